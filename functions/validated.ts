import type * as z from 'zod';
import { MeterpostError } from '../shared/errors.ts';

/** An event of a form that the function does not take; every fault at once, and nothing of what was in it. */
export class EventError extends MeterpostError {
  override readonly name = 'EventError';
  readonly retryable = false;
}

/**
 * Checks what came in from outside.
 * @param hint what is taken instead
 * @throws EventError
 */
export function validated<T>(schema: z.ZodType<T>, event: unknown, hint: string): T {
  // Small, and often the only one of its process: not worth code of its own.
  const parsed = schema.safeParse(event, { jitless: true });
  if (parsed.success) return parsed.data;
  throw new EventError(`${parsed.error.issues.flatMap(faultTexts).join('; ')}. ${hint}`);
}

function faultTexts(issue: z.core.$ZodIssue): string[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => `${shownKey(key)}: is not taken`);
  return [issue.path.length === 0 ? issue.message : `${issue.path.join('.')}: ${issue.message}`];
}

/** A key could be anybody's words too. */
const shownKey = (key: string): string => (/^\w{1,40}$/.test(key) ? JSON.stringify(key) : 'one of its keys');
