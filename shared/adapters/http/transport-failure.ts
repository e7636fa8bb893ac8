/** `unreachable`: no connection stood. `broken`: it fell before an answer began. `cut-off`: it fell in the middle of one. */
export type TransportFailureKind = 'unreachable' | 'broken' | 'cut-off';

const UNREACHABLE =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|EHOSTDOWN|ENETUNREACH|ENETDOWN|UND_ERR_CONNECT_TIMEOUT|EPROTO|ERR_TLS_.+|ERR_SSL_.+|CERT_.+|.+_CERT|.+_CERT_.+|.+_SIGNATURE)$/;

/** Mistakes in our own call: no retry and no other time of day mends them. */
const OURS = /^UND_ERR_(INVALID_ARG|DESTROYED|CLOSED|NOT_SUPPORTED|REQ_CONTENT_LENGTH_MISMATCH)$/;

/**
 * Classifies what undici or the network threw, by its code alone: the error itself could carry what was being sent.
 * @throws the error where it tells of a mistake in our own call
 */
export function transportFailure(
  error: unknown,
  answerBegan: boolean,
): { readonly kind: TransportFailureKind; readonly code: string } {
  const code = codeOf(error);
  if (code === undefined || OURS.test(code)) throw error;
  if (answerBegan) return { kind: 'cut-off', code };
  return { kind: UNREACHABLE.test(code) ? 'unreachable' : 'broken', code };
}

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('code' in error && typeof error.code === 'string') return error.code;
  // undici's parser gives some of its errors no code.
  return error.name === 'HTTPParserError' ? 'not HTTP' : undefined;
}
