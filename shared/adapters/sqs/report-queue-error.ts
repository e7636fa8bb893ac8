import { MeterpostError } from '../../errors.ts';

/** Some requests did not get into the queue; the next tick plans them again. */
export class ReportQueueError extends MeterpostError {
  override readonly name = 'ReportQueueError';
  readonly retryable: boolean;
  /** How many of the requests are not known to be in the queue. */
  readonly unsent: number;

  constructor(message: string, details: { unsent: number; retryable: boolean; cause?: unknown }) {
    super(message, { cause: details.cause });
    this.unsent = details.unsent;
    this.retryable = details.retryable;
  }
}
