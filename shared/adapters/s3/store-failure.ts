import { StoreError } from '../../errors.ts';
import { awsFailure } from '../aws/failure.ts';
import { StoreAccessError } from './store-access-error.ts';

/** Refusals that no later call mends by itself. */
const PERMANENT = new Set(['NoSuchBucket', 'PermanentRedirect', 'AuthorizationHeaderMalformed', 'KeyTooLongError']);

export interface StoreAttempt {
  /** What was tried, for the message: `Writing`, `Reading`, `Listing`. */
  readonly doing: string;
  readonly bucket: string;
  readonly key: string;
}

/** Turns a failed call into an error that says what, where and what to do; the SDK's own text stays out of the message. */
export function storeFailure(error: unknown, { doing, bucket, key }: StoreAttempt): StoreError | StoreAccessError {
  const { code, httpStatus } = awsFailure(error);
  const what = `${doing} ${key} in bucket ${bucket} failed: ${code}${httpStatus === undefined ? '' : ` (${httpStatus})`}.`;
  if (httpStatus === 403) {
    return new StoreAccessError(
      `${what} Check the bucket's policy and the function's role: a get needs s3:GetObject and s3:ListBucket, a put needs s3:PutObject and If-None-Match.`,
      { cause: error },
    );
  }
  if (PERMANENT.has(code)) {
    return new StoreAccessError(`${what} Check the bucket's name and region.`, { cause: error });
  }
  return new StoreError(`${what} The next run tries again.`, { cause: error });
}
