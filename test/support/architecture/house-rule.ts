import type { SourceFile } from './source-file.ts';

/** A file of a control case: its path and its text. */
export type ExampleFile = readonly [path: string, text: string];

/** Something that holds for every file, with examples that prove that the rule can tell. */
export interface HouseRule {
  readonly name: string;
  /** What is wrong with a file; empty when nothing is. */
  readonly violations: (file: SourceFile) => readonly string[];
  readonly broken: readonly ExampleFile[];
  readonly kept: readonly ExampleFile[];
}

/** A rule against a piece of code, save in the files that own it. */
export function ban(
  name: string,
  pattern: RegExp,
  owners: readonly RegExp[],
  examples: Pick<HouseRule, 'broken' | 'kept'>,
): HouseRule {
  return {
    name,
    violations: ({ path, code }) => {
      if (owners.some((owner) => owner.test(path))) return [];
      return (code.match(new RegExp(pattern, 'g')) ?? []).map((found) => `has ${found}`);
    },
    ...examples,
  };
}

/** A rule about which files may use a package. */
export function packageOnlyIn(pack: string, users: readonly RegExp[], examples: Pick<HouseRule, 'broken' | 'kept'>) {
  return {
    name: `${pack} is used where it belongs`,
    violations: ({ path, imports }) => {
      if (users.some((user) => user.test(path))) return [];
      return imports
        .filter(({ target }) => target === pack || target.startsWith(`${pack}/`))
        .map(({ target }) => `may not use ${target}`);
    },
    ...examples,
  } satisfies HouseRule;
}
