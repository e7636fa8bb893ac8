/** What can be told of a failed AWS call without repeating anything that was in it. */
export interface AwsFailure {
  /** The service's own code, or the network's: `NoSuchKey`, `ECONNRESET`, `TimeoutError`. */
  readonly code: string;
  /** Status of the answer; undefined when there was none. */
  readonly httpStatus: number | undefined;
  /** True when the service itself described the failure. */
  readonly fromService: boolean;
}

/** Reads an error of the SDK, or anything else that was thrown in its place. */
export function awsFailure(error: unknown): AwsFailure {
  if (!(error instanceof Error)) return { code: 'unknown', httpStatus: undefined, fromService: false };
  const fromService = '$fault' in error;
  const networkCode = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const code = (fromService ? error.name : networkCode) ?? error.name;
  return { code: NAME.test(code) ? code : 'unknown', httpStatus: statusOf(error), fromService };
}

/** Anything else in the place of a code is somebody's text. */
const NAME = /^[A-Za-z][A-Za-z0-9_.:-]{0,79}$/;

function statusOf(error: Error): number | undefined {
  const metadata = '$metadata' in error ? error.$metadata : undefined;
  if (typeof metadata !== 'object' || metadata === null || !('httpStatusCode' in metadata)) return undefined;
  return typeof metadata.httpStatusCode === 'number' ? metadata.httpStatusCode : undefined;
}

/** True for the names that services give to "too fast, come back later". */
export function isThrottling(code: string): boolean {
  return /^(.*Throttl(ed|ing)(Exception)?|TooManyRequestsException|LimitExceeded(Exception)?|SlowDown)$/.test(code);
}
