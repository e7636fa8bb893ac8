import { readdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { removeAbandoned } from '../../../shared/adapters/folder/sweep-incoming.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const HOUR_MS = 3_600_000;

test('removes what was left behind an hour ago, and nothing that may still be written', async () => {
  const incoming = await temporaryFolder();
  await writeFile(path.join(incoming, 'left-behind'), 'half');
  const { ctimeMs } = await stat(path.join(incoming, 'left-behind'));

  await removeAbandoned(incoming, ctimeMs + HOUR_MS - 1);
  expect(await readdir(incoming)).toEqual(['left-behind']);

  await removeAbandoned(incoming, ctimeMs + HOUR_MS + 1);
  expect(await readdir(incoming)).toEqual([]);
});
