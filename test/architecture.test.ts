import { describe, expect, it } from 'vitest';
import { BANS } from './support/architecture/bans.ts';
import { ARROWS, FUNCTIONS_APART, NOTHING_FROM_TEST } from './support/architecture/layers.ts';
import { CEILING, FILE_NAMES, NO_BARRELS } from './support/architecture/shape.ts';
import { allSourceFiles, sourceFile } from './support/architecture/source-file.ts';

const RULES = [ARROWS, FUNCTIONS_APART, NOTHING_FROM_TEST, CEILING, FILE_NAMES, NO_BARRELS, ...BANS];
/** The examples of the rules break them on purpose. */
const EXAMPLES = 'test/support/architecture/';

const files = allSourceFiles().filter((file) => !file.path.startsWith(EXAMPLES));

describe('the house', () => {
  it('is looked at as a whole', () => {
    const folders = new Set(files.map((file) => file.path.split('/').slice(0, 2).join('/')));

    for (const folder of ['infra/local', 'infra/aws', 'shared/domain', 'shared/application', 'shared/adapters']) {
      expect(folders).toContain(folder);
    }
    expect(files.flatMap((file) => file.imports).length).toBeGreaterThan(files.length);
  });

  it.each(RULES)('holds: $name', ({ violations }) => {
    expect(files.flatMap((file) => violations(file).map((problem) => `${file.path} ${problem}`))).toEqual([]);
  });
});

describe.each(RULES)('the rule “$name”', ({ violations, broken, kept }) => {
  it.each(broken)('refuses %s with %j', (path, text) => {
    expect(violations(sourceFile(path, text))).not.toEqual([]);
  });

  it.each(kept)('accepts %s with %j', (path, text) => {
    expect(violations(sourceFile(path, text))).toEqual([]);
  });
});
