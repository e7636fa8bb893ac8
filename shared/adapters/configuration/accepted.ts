import * as z from 'zod';

/** Runs a parser as a check: what it throws becomes the fault's text. */
export const accepted = (parse: (text: string) => unknown, problemOf: (error: unknown) => string) =>
  z.string().superRefine((text, context) => {
    try {
      parse(text);
    } catch (error) {
      context.addIssue({ code: 'custom', message: problemOf(error) });
    }
  });
