import * as z from 'zod';

// Pieces of answers that every source's schemas are made of.

const MAX_LABEL_CHARACTERS = 5_000;

/** A list whose length is checked before its entries are, so that a million wrong ones do not make a million complaints. */
export const list = <T>(entry: z.ZodType<T>, max: number) => z.array(z.unknown()).max(max).pipe(z.array(entry));

/** What names a thing of a source. */
export const id = z.string().min(1).max(200);

/** Text that nothing depends on: anything else counts as none. */
export const text = z
  .string()
  .nullish()
  .catch(null)
  .transform((value) => (value == null ? null : capped(value)));

/** Copied, because a piece cut from a text keeps the whole of it in memory; half a surrogate pair is replaced. */
function capped(value: string): string {
  if (value.length <= MAX_LABEL_CHARACTERS) return value;
  return Buffer.from(value.slice(0, MAX_LABEL_CHARACTERS)).toString();
}
