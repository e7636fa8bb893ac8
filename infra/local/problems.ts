import { type Problem, toldBy } from '../../shared/application/problem.ts';
import { ConfigurationError, type Fault, MeterpostError } from '../../shared/errors.ts';
import { onOneLine } from './plain-text.ts';

/** A line for each thing that was not done: about what, why, and what to do. */
export function problemLines(problems: readonly Problem[]): string {
  return problems.map(({ about, message }) => line(about === '' ? message : `${about}: ${message}`)).join('');
}

export function faultLines(faults: readonly Fault[]): string {
  return faults.map(({ path, problem }) => line(`${path}: ${problem}`)).join('');
}

const line = (text: string) => `meterpost: ${onOneLine(text)}\n`;

/** What V8 says in these errors is about code, never about data. */
const SPEAKS_OF_CODE = new Set(['TypeError', 'ReferenceError', 'RangeError', 'AssertionError']);

/** Turns any failure into a problem; one that nobody expected is called a defect, and says where it is instead of what it held. */
export function problemOf(about: string, error: unknown): Problem {
  if (error instanceof MeterpostError) return { about, message: toldBy(error), retryable: error.retryable };
  const name = error instanceof Error ? error.name : 'an unknown failure';
  const detail = error instanceof Error && SPEAKS_OF_CODE.has(name) ? ` (${error.message})` : '';
  const place = error instanceof Error ? (/^\s+at .*$/m.exec(error.stack ?? '')?.[0]?.trim() ?? '') : '';
  const message = `a defect in meterpost: ${name}${detail} ${place}. Nothing of it was mailed; please report it.`;
  return { about, message, retryable: false };
}

/** 2 for a configuration that cannot be used, 1 for everything else that went wrong. */
export function reportFailure(error: unknown, write: (text: string) => unknown): 1 | 2 {
  if (error instanceof ConfigurationError) {
    write(faultLines(error.faults));
    return 2;
  }
  write(problemLines([problemOf('', error)]));
  return 1;
}
