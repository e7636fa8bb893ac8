import { MeterpostError, UnexpectedPayloadError } from '../errors.ts';

/** Something that was not done: about what, why, and what to do. No names, no addresses. */
export interface Problem {
  /** A location path, a fleet, or a report such as `curb/curb/4d68… 2026-10`. */
  readonly about: string;
  readonly message: string;
  readonly retryable: boolean;
  /** The name of the error that it came from, where it came from one; else of the kind of trouble, where it has a name. */
  readonly code?: string;
}

/**
 * Turns a failure into a problem of one place, so that the others go on.
 *
 * @throws the error itself when it is no expected failure: that is a defect, and must be seen as one
 */
export function problemFrom(about: string, error: unknown): Problem {
  if (error instanceof MeterpostError) {
    return { about, message: toldBy(error), retryable: error.retryable, code: error.name };
  }
  throw error;
}

/** What failed and why, with what to do about it. */
export function toldBy(error: MeterpostError): string {
  return error instanceof UnexpectedPayloadError ? `${error.message}; ${error.remedy}` : error.message;
}
