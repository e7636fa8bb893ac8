import * as z from 'zod';
import { type Environment, parseEnvironment, positiveInteger, secretsBySource, text } from '../environment.ts';

const VARIABLES = z.object({
  METERPOST_VERSION: text,
  CONFIGURATION_BUCKET: text,
  CONFIGURATION_KEY: text,
  ARCHIVE_BUCKET: text,
  LEDGER_BUCKET: text,
  REPORT_QUEUE_URL: text,
  SOURCE_SECRETS: secretsBySource,
  /** The only address that the function's role may send from. */
  SENDER_ADDRESS: text,
  CONFIGURATION_SET: text,
  /** How many of this function may run at the same time, and so share the account's sending rate. */
  MAXIMUM_CONCURRENCY: positiveInteger,
  DOUBT_DEADLINE_MINUTES: positiveInteger,
  WHEN_IN_DOUBT: z.enum(['resend', 'hold'], "is neither 'resend' nor 'hold'"),
  /** Where the bundle lies; the runtime sets it. The fonts are below it. */
  LAMBDA_TASK_ROOT: text,
});

/** The variables that the stack has to set. */
export type MakeReportVariable = Exclude<keyof z.input<typeof VARIABLES>, 'LAMBDA_TASK_ROOT'>;

export type MakeReportConfig = ReturnType<typeof loadConfig>;

/** @throws ConfigurationError with all faults of the environment */
export function loadConfig(environment: Environment) {
  return parseEnvironment(VARIABLES, environment);
}
