import type { HouseRule } from './house-rule.ts';

const SOURCE_CEILING = 200;
const TEST_CEILING = 300;
const FORBIDDEN_NAMES = /^(?:utils?|helpers?|common|misc|types|index)$/;
const KEBAB_CASE = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.test|\.bench)?\.(?:ts|mjs)$/;

export const CEILING: HouseRule = {
  name: `a file has at most ${SOURCE_CEILING} lines, a test ${TEST_CEILING}`,
  violations: ({ path, text }) => {
    const lines = text.split('\n').length - 1;
    const ceiling = path.startsWith('test/') ? TEST_CEILING : SOURCE_CEILING;
    return lines > ceiling ? [`has ${lines} lines`] : [];
  },
  broken: [
    ['shared/domain/a.ts', '\n'.repeat(201)],
    ['test/a.test.ts', '\n'.repeat(301)],
  ],
  kept: [
    ['shared/domain/a.ts', '\n'.repeat(200)],
    ['test/a.test.ts', '\n'.repeat(300)],
  ],
};

export const FILE_NAMES: HouseRule = {
  name: 'files and folders are named in kebab-case for what is in them',
  violations: ({ path }) => {
    const folders = path.split('/');
    const file = folders.pop() ?? '';
    const stem = file.replace(/\..*$/, '');
    return [
      ...(KEBAB_CASE.test(file) ? [] : ['is not in kebab-case']),
      ...[...folders, stem].filter((name) => FORBIDDEN_NAMES.test(name)).map((name) => `is named ${name}`),
    ];
  },
  broken: [
    ['shared/domain/utils/a.ts', ''],
    ['shared/domain/helpers.ts', ''],
    ['shared/common/a.ts', ''],
    ['shared/domain/index.ts', ''],
    ['shared/domain/localDay.ts', ''],
    ['test/support/Report_Builder.ts', ''],
  ],
  kept: [['shared/domain/time/local-day.test.ts', '']],
};

export const NO_BARRELS: HouseRule = {
  name: 'a file says something itself, and passes nothing on',
  violations: ({ code }) =>
    [...(code.match(/^export\s+(?:type\s+)?(?:\*|\{[^}]*\}\s+from\b).*$/gm) ?? [])].map((line) => `has ${line}`),
  broken: [
    ['shared/domain/time.ts', "export * from './local-day.ts';"],
    ['shared/domain/time.ts', "export { localDay } from './local-day.ts';"],
    ['shared/domain/time.ts', "export type { LocalDay } from './local-day.ts';"],
    ['shared/domain/time.ts', "export {\n  localDay,\n  dayOf,\n} from './local-day.ts';"],
  ],
  kept: [['shared/domain/time.ts', 'export { localDay };\nexport function dayOf() {}']],
};
