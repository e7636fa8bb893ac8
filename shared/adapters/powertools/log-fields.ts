import type { LogEntry } from '../../application/ports.ts';

/** The only fields that reach a log line; a field that is not named here is left out, and its absence counted. */
export const LOG_FIELDS: ReadonlySet<string> = new Set([
  ...['source', 'fleet', 'location', 'kind', 'period', 'revision', 'report', 'timeZone', 'provisional'],
  ...['intent', 'mail', 'recipient', 'attempt', 'messageId', 'eventId', 'eventType'],
  ...['stage', 'outcome', 'code', 'reason', 'status', 'retryable', 'retryAfterMs'],
  ...['due', 'planned', 'queued', 'finished', 'open', 'archived', 'mailed', 'held', 'skipped', 'problems', 'count'],
  ...['bytes', 'days', 'calls', 'ms', 'remainingMs', 'ageMs', 'oldestOpenAgeSeconds'],
  ...['now', 'start', 'end', 'dueAt', 'notBefore', 'requestId', 'version', 'configurationVersion', 'timeZoneDatabase'],
]);

/** Ids, codes, instants, zones and periods look like this; names, texts and e-mail addresses do not. */
const PLAIN = /^[A-Za-z0-9_.:+/-]{0,200}$/;
export const WITHHELD = '[withheld]';

/** What of an entry may be printed: listed fields, and of texts only those that cannot be a name or an address. */
export function printableFields(entry: LogEntry): Record<string, string | number | boolean | null> {
  const printable: Record<string, string | number | boolean | null> = {};
  let leftOut = 0;
  for (const [field, value] of Object.entries(entry)) {
    if (field === 'level' || field === 'event' || value === undefined) continue;
    if (LOG_FIELDS.has(field)) printable[field] = printableValue(value);
    else leftOut += 1;
  }
  return leftOut === 0 ? printable : { ...printable, fieldsLeftOut: leftOut };
}

/** The event's name, or that it was withheld. */
export function printableEvent(event: string): string {
  return PLAIN.test(event) ? event : WITHHELD;
}

function printableValue(value: string | number | boolean | null): string | number | boolean | null {
  return typeof value !== 'string' || PLAIN.test(value) ? value : WITHHELD;
}
