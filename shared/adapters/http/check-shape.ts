import type * as z from 'zod';
import { UnexpectedPayloadError } from '../../errors.ts';

const MAX_ISSUES_SHOWN = 3;

/**
 * Validates an answer's JSON; unknown keys are dropped by the schema.
 * @throws UnexpectedPayloadError naming the places that do not fit, never the values in them
 */
export function checkShape<T>(schema: z.ZodType<T>, json: unknown, endpoint: string): T {
  const result = schema.safeParse(json);
  if (result.success) return result.data;
  throw new UnexpectedPayloadError(`${endpoint} answered in an unknown shape: ${describeIssues(result.error.issues)}`);
}

/** The first few places that do not fit and why, such as `results[3].kwh: expected number`. */
function describeIssues(issues: readonly z.core.$ZodIssue[]): string {
  const shown = issues.slice(0, MAX_ISSUES_SHOWN).map((issue) => `${placeOf(issue.path)}: ${problemOf(issue)}`);
  const more = issues.length - shown.length;
  return shown.join('; ') + (more > 0 ? `; and ${more} more` : '');
}

function problemOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `expected ${issue.expected}`;
    case 'too_big':
      return `more than ${issue.maximum}`;
    case 'too_small':
      return `less than ${issue.minimum}`;
    case 'custom':
      return issue.message;
    default:
      return `not as expected (${issue.code})`;
  }
}

/** Keys that came with the answer itself could hold anything: only plain ones are shown. */
function placeOf(path: readonly PropertyKey[]): string {
  const place = path
    .map((key) => {
      if (typeof key === 'number') return `[${key}]`;
      return typeof key === 'string' && /^\w{1,40}$/.test(key) ? `.${key}` : '.?';
    })
    .join('');
  return place.replace(/^\./, '') || 'the whole';
}
