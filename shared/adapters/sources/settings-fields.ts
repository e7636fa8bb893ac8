import * as z from 'zod';
import type { Fault } from '../../errors.ts';

// Pieces that the settings of sources are made of.

export const anyText = () =>
  z.string({ error: (issue) => (issue.input === undefined ? 'is missing' : 'must be a text') });
export const text = () => anyText().min(1, 'is empty');

/** A text that a check has nothing against. */
export const checked = (problemOf: (value: string) => string | undefined) =>
  anyText().superRefine((value, context) => {
    const problem = problemOf(value);
    if (problem !== undefined) context.addIssue({ code: 'custom', message: problem });
  });

const HOW_MANY_REQUESTS = 'must be a whole number from 1 to 32';

export const maxConcurrentRequests = (unlessGiven = 4) =>
  z.int(HOW_MANY_REQUESTS).min(1, HOW_MANY_REQUESTS).max(32, HOW_MANY_REQUESTS).default(unlessGiven);

/** Reads the settings of a source; `path` is where they stand, `kind` what the source is. */
export function checkSettings<Schema extends z.ZodType>(
  schema: Schema,
  raw: unknown,
  path: string,
  kind: string,
): { readonly data: z.output<Schema> } | { readonly faults: readonly Fault[] } {
  const result = schema.safeParse(raw, { jitless: true });
  return result.success
    ? { data: result.data }
    : { faults: result.error.issues.flatMap((issue) => faultsOf(issue, path, kind)) };
}

function faultsOf(issue: z.core.$ZodIssue, path: string, kind: string): Fault[] {
  const place = path + issue.path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: `${place}.${key}`, problem: `is not a setting of a ${kind} source` }));
  }
  return [{ path: place, problem: issue.path.length === 0 ? 'must be an object' : issue.message }];
}
