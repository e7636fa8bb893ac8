import * as z from 'zod';
import { type AwsAccess, parseAwsAccess } from '../shared/adapters/aws/aws-access.ts';
import { jsonOrNothing } from '../shared/application/json-or-nothing.ts';
import { ConfigurationError, type Fault } from '../shared/errors.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** A function's own variables, and those that the Lambda runtime sets for AWS clients. */
export interface FunctionConfig<T> {
  readonly own: T;
  readonly aws: AwsAccess;
}

/**
 * Reads a function's environment by its schema.
 * @throws ConfigurationError with every variable that is missing or wrong, never a value
 */
export function parseEnvironment<T>(schema: z.ZodType<T>, environment: Environment): FunctionConfig<T> {
  const own = schema.safeParse(environment, { jitless: true });
  const faults: Fault[] = (own.error?.issues ?? []).map(({ path, message }) => ({
    path: path.join('.'),
    problem: message,
  }));
  try {
    const aws = parseAwsAccess(environment);
    if (own.success) return { own: own.data, aws };
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    faults.push(...error.faults);
  }
  throw new ConfigurationError("The function's environment, which the stack sets", faults);
}

/** A variable that has to be there and to say something. */
export const text = z.string('is not set').min(1, 'is empty');

/** The ARN of the secret of each source, by the source's name, as one JSON object. */
export const secretsBySource = text.transform((json, context) => {
  const parsed = z.record(z.string(), z.string().min(1)).safeParse(jsonOrNothing(json));
  if (parsed.success) return parsed.data;
  context.addIssue('is not a JSON object of secret ARNs by source name');
  return z.NEVER;
});

/** A whole number that is at least 1. */
export const positiveInteger = text.regex(/^[1-9]\d{0,8}$/, 'is not a whole number of at least 1').transform(Number);
