/** A source that asks for more is asked again after a day all the same. */
const LONGEST_MS = 86_400_000;

const DELAY_SECONDS = /^\d+(?:\.\d+)?$/;
const IMF_DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;
const RFC_850_DATE = /^[A-Z][a-z]{5,8}, \d{2}-[A-Z][a-z]{2}-\d{2} \d{2}:\d{2}:\d{2} GMT$/;
const ASCTIME_DATE = /^[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d{2}:\d{2}:\d{2} \d{4}$/;

/**
 * How long a `Retry-After` header asks to wait, in milliseconds, at most a day and 0 for a date gone by; undefined for
 * anything that is neither a delay in seconds nor an HTTP date.
 */
export function parseRetryAfterMs(header: string | undefined, nowMs: number): number | undefined {
  const text = header?.trim() ?? '';
  if (DELAY_SECONDS.test(text)) return Math.min(LONGEST_MS, Math.ceil(Number(text) * 1000));
  const dateMs = parseHttpDateMs(text);
  return dateMs === undefined ? undefined : Math.min(LONGEST_MS, Math.max(0, dateMs - nowMs));
}

/** Reads the three date forms of HTTP (RFC 9110, 5.6.7) as epoch milliseconds; undefined for anything else. */
export function parseHttpDateMs(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  // The oldest form names no zone, and means UTC.
  const zoned = ASCTIME_DATE.test(text) ? `${text} GMT` : text;
  if (zoned === text && !IMF_DATE.test(text) && !RFC_850_DATE.test(text)) return undefined;
  const dateMs = Date.parse(zoned);
  return Number.isNaN(dateMs) ? undefined : dateMs;
}
