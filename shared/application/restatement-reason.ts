const REASON = /^[\p{L}\p{N}][\p{L}\p{N} .,:;_/()#+-]{0,199}$/u;

/**
 * Checks the reason for which data is read again: a line of at most 200 letters, digits and plain marks. It is kept in the
 * ledger, so that no address fits into it.
 *
 * @throws RangeError saying what it has to be
 */
export function parseReason(text: string): string {
  const reason = text.trim();
  if (REASON.test(reason)) return reason;
  throw new RangeError(
    'must be a line of 1 to 200 letters, digits, spaces and . , : ; _ / ( ) # + -, beginning with a letter or a digit; no names and no addresses',
  );
}
