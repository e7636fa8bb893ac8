/** What an HTTP status means for the request: `retry` may pass by itself, `refused` is for the caller to interpret. */
export type StatusClass = 'ok' | 'redirect' | 'refused' | 'retry' | 'down';

const WORTH_RETRYING = new Set([408, 425, 429, 500, 502, 503, 504]);

export function statusClass(status: number): StatusClass {
  if (WORTH_RETRYING.has(status)) return 'retry';
  if (status >= 500) return 'down';
  if (status >= 400) return 'refused';
  return status >= 300 ? 'redirect' : 'ok';
}
