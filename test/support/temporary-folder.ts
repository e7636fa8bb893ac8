import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

/** A new folder that is gone when the test is over. */
export async function temporaryFolder(): Promise<string> {
  const folder = await makeFolder();
  onTestFinished(() => removeFolder(folder));
  return folder;
}

/** For tests that clean up by themselves. */
export const makeFolder = () => mkdtemp(path.join(os.tmpdir(), 'meterpost-test-'));
export const removeFolder = (folder: string) => rm(folder, { recursive: true, force: true });
