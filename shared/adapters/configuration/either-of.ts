import * as z from 'zod';
import { problemOf } from './schema-faults.ts';

/**
 * Accepts a text or an object, and tells the faults of whichever it was given: a union of both would only say that it is
 * neither.
 */
export function eitherOf<InText extends z.ZodType<string>, InObject extends z.ZodObject>(
  ofText: InText,
  ofObject: InObject,
): z.ZodType<z.output<InText> | z.output<InObject>> {
  return z.unknown().transform((value, context) => {
    const chosen = typeof value === 'string' ? ofText : ofObject;
    const parsed = chosen.safeParse(value, { error: problemOf, jitless: true });
    if (parsed.success) return parsed.data as z.output<InText> | z.output<InObject>;
    for (const issue of parsed.error.issues) context.issues.push({ ...issue, input: value } as z.core.$ZodRawIssue);
    return z.NEVER;
  });
}
