/** The error family: leaves are named by what failed, and each says whether trying again later can help. */
export abstract class MeterpostError extends Error {
  abstract override readonly name: string;
  /** True when the same call may succeed later without anybody changing anything. */
  abstract readonly retryable: boolean;
}

/** One thing that is wrong in a configuration or a command line, with its place and its remedy. */
export interface Fault {
  /** Path in the file, such as `reports[0].match.fleet`, or the name of an option. */
  readonly path: string;
  readonly problem: string;
}

/** Bad configuration; every fault of the file at once. */
export class ConfigurationError extends MeterpostError {
  override readonly name = 'ConfigurationError';
  readonly retryable = false;
  readonly faults: readonly Fault[];

  constructor(what: string, faults: readonly Fault[]) {
    super(`${what}: ${faults.map((fault) => `${fault.path}: ${fault.problem}`).join('; ')}`);
    this.faults = faults;
  }
}

/** A source refuses our credentials or our access; nothing helps but a person. */
export class SourceAccessError extends MeterpostError {
  override readonly name = 'SourceAccessError';
  readonly retryable = false;
}

/** A source does not know the location that was asked for. */
export class UnknownLocationError extends MeterpostError {
  override readonly name = 'UnknownLocationError';
  readonly retryable = false;
}

/** A location is described in a way that no report can be made from, such as an invalid time zone. */
export class InvalidLocationError extends MeterpostError {
  override readonly name = 'InvalidLocationError';
  readonly retryable = false;
}

/** A source did not answer, or answered that it cannot answer now. */
export class SourceUnavailableError extends MeterpostError {
  override readonly name = 'SourceUnavailableError';
  readonly retryable = true;
  /** How long the source asks to be left alone, in milliseconds, where it said so. */
  readonly retryAfterMs: number | undefined;

  constructor(message: string, options?: ErrorOptions & { retryAfterMs?: number | undefined }) {
    super(message, options);
    this.retryAfterMs = options?.retryAfterMs;
  }
}

/** An answer of an unknown shape, about another time window or of impossible values: broken data, never a figure. */
export class UnexpectedPayloadError extends MeterpostError {
  override readonly name = 'UnexpectedPayloadError';
  /** Broken answers are often passing ones (a proxy's error page), so a later run may ask again. */
  readonly retryable = true;
  /** What to do, which no answer tells. */
  readonly remedy = 'a later run asks again; if it goes on, whoever runs the source has to mend it';
}

/** The archive or the ledger could not be read or written. */
export class StoreError extends MeterpostError {
  override readonly name = 'StoreError';
  readonly retryable = true;
}

/** Two writers produced different bytes for the same artefact, or a ledger object vanished: a person has to look. */
export class ArchiveConflictError extends MeterpostError {
  override readonly name = 'ArchiveConflictError';
  readonly retryable = false;
}

/** A report was asked for whose period is still running at its location. */
export class PeriodNotOverError extends MeterpostError {
  override readonly name = 'PeriodNotOverError';
  readonly retryable = true;
}

/** A report was asked for on a date that its location's clocks left out. */
export class NoSuchDayError extends MeterpostError {
  override readonly name = 'NoSuchDayError';
  readonly retryable = false;
}

/** The ledger has no such report, or nothing of it to decide about. */
export class UnknownReportError extends MeterpostError {
  override readonly name = 'UnknownReportError';
  readonly retryable = false;
}
