import type { IncomingHttpHeaders } from 'node:http';

export type AwsService = 's3' | 'ses' | 'sqs' | 'secretsmanager';

/** One request, read to its end. */
export interface Request {
  readonly method: string;
  /** As it was on the wire, percent-encoded, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** A request with a service and an operation to it. */
export interface Call extends Request {
  readonly service: AwsService;
  readonly operation: string;
  readonly requestId: string;
  /** Aborted when the client no longer waits for the answer. */
  readonly gone: AbortSignal;
}

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** What one AWS service does with a call, and how it writes its refusals. */
export interface Service {
  operationOf(request: Request): string;
  /** @throws AwsError for what the service refuses */
  answer(call: Call): Answer | Promise<Answer>;
  refuse(call: Call, error: AwsError): Answer;
}

/** A refusal in the words of AWS; `code` is what clients decide on. */
export class AwsError extends Error {
  override readonly name = 'AwsError';
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** The stand-in says so when it lacks something, instead of pretending. */
export function notImplemented(what: string): AwsError {
  return new AwsError(501, 'NotImplemented', `The stand-in has no ${what}.`);
}
