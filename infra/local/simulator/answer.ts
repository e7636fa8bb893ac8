/** What an endpoint has to say, before faults and before it is written as bytes. */
export type Answer = {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

export const ok = (body: unknown): Answer => ({ status: 200, body });

const refusal = (status: number, detail: string, headers?: Record<string, string>): Answer => ({
  status,
  body: { detail },
  ...(headers === undefined ? {} : { headers }),
});

export const badRequest = (detail: string): Answer => refusal(400, detail);

export const unauthorized = (detail: string): Answer =>
  refusal(401, detail, { 'www-authenticate': 'Bearer realm="api"' });

export const forbidden = (detail: string): Answer => refusal(403, detail);

export const notFound = (detail = 'Not found.'): Answer => refusal(404, detail);

export const methodNotAllowed = (allow: string): Answer => refusal(405, 'Method not allowed.', { allow });

/** Thrown by parts of an endpoint that cannot go on; the server answers it as it is. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly answer: Answer;

  constructor(answer: Answer) {
    super(`The simulator answers ${answer.status}.`);
    this.answer = answer;
  }
}
