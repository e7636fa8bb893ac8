import * as z from 'zod';
import { type Environment, parseEnvironment, text } from '../environment.ts';

const VARIABLES = z.object({
  METERPOST_VERSION: text,
  LEDGER_BUCKET: text,
  /** Events of other configuration sets are none of ours. */
  CONFIGURATION_SET: text,
});

/** The variables that the stack has to set. */
export type RecordMailEventVariable = keyof z.input<typeof VARIABLES>;

export type RecordMailEventConfig = ReturnType<typeof loadConfig>;

/** @throws ConfigurationError with all faults of the environment */
export function loadConfig(environment: Environment) {
  return parseEnvironment(VARIABLES, environment);
}
