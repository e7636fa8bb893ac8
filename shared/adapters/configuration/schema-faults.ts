import type * as z from 'zod';
import type { Fault } from '../../errors.ts';
import { faultPath } from './fault-path.ts';
import { didYouMean } from './suggestion.ts';

/** Parts the problems of several unknown keys, which come in one message. */
const SEPARATOR = '\n';

const TYPES: Readonly<Record<string, string>> = {
  string: 'a text in double quotes',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list, [ … ]',
  object: 'an object, { … }',
  record: 'an object, { … }',
};

/** Says what is wrong with a value and what it has to be; never what it is, as it may be an address or a secret. */
export function problemOf(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => `is not known here${didYouMean(key, keysOf(issue.inst))}`).join(SEPARATOR);
    case 'invalid_type':
      return issue.input === undefined ? 'is missing' : `must be ${TYPES[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return issue.input === undefined ? 'is missing' : mustBeOneOf(issue.values, issue.input);
    case 'too_small':
      return issue.origin === 'number' || issue.origin === 'int'
        ? `must be at least ${issue.minimum}`
        : 'must not be empty';
    case 'too_big':
      return `must be at most ${issue.maximum}`;
    default:
      return 'is not valid';
  }
}

function mustBeOneOf(values: readonly unknown[], given: unknown): string {
  const words = values.map(String);
  return `must be ${words.length === 1 ? words[0] : `one of ${words.join(', ')}`}${didYouMean(given, words)}`;
}

function keysOf(schema: unknown): string[] {
  const definition = (schema as z.core.$ZodObject | undefined)?._zod.def;
  return definition?.type === 'object' ? Object.keys(definition.shape) : [];
}

/** One fault for each thing that is wrong, in the order of the file's schema. */
export function faultsOfIssues(issues: readonly z.core.$ZodIssue[]): Fault[] {
  return issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      const problems = issue.message.split(SEPARATOR);
      return issue.keys.map((key, index) => ({
        path: faultPath([...issue.path, key]),
        problem: problems[index] ?? 'is not known here',
      }));
    }
    const problem = issue.code === 'invalid_key' ? (issue.issues[0]?.message ?? issue.message) : issue.message;
    return [{ path: faultPath(issue.path), problem }];
  });
}
