import * as z from 'zod';
import { type Environment, parseEnvironment, secretsBySource, text } from '../environment.ts';

const VARIABLES = z.object({
  METERPOST_VERSION: text,
  CONFIGURATION_BUCKET: text,
  CONFIGURATION_KEY: text,
  LEDGER_BUCKET: text,
  REPORT_QUEUE_URL: text,
  SOURCE_SECRETS: secretsBySource,
});

/** The variables that the stack has to set. */
export type PlanReportsVariable = keyof z.input<typeof VARIABLES>;

export type PlanReportsConfig = ReturnType<typeof loadConfig>;

/** @throws ConfigurationError with all faults of the environment */
export function loadConfig(environment: Environment) {
  return parseEnvironment(VARIABLES, environment);
}
