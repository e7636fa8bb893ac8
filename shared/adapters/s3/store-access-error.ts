import { MeterpostError } from '../../errors.ts';

/** The bucket is not there or refuses us; a person has to look. */
export class StoreAccessError extends MeterpostError {
  override readonly name = 'StoreAccessError';
  readonly retryable = false;
}
