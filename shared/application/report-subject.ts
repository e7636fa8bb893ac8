import { type LocationRef, locationPath } from '../domain/location.ts';
import { type Instant, instantFromMs, isoUtc, parseInstant } from '../domain/time/instant.ts';
import { type Period, periodInterval } from '../domain/time/period.ts';
import type { TimeZone } from '../domain/time/time-zone.ts';
import { LEDGER_ROOT } from './keys.ts';
import { decodeEntry, FIRST_SNAPSHOT, type LedgerBody, type LedgerParts, type ReportLedger } from './ledger.ts';
import { REPORTS_ROOT } from './list-reports.ts';

/** Which report an entry of the ledger is about. */
export interface ReportSubject {
  readonly location: string;
  readonly kind: string;
  readonly period: string;
  readonly due: Instant;
}

export const subjectBody = (ref: LocationRef, { kind, key }: Period, due: Instant): LedgerBody => ({
  location: locationPath(ref),
  kind,
  period: key,
  due: isoUtc(due),
});

/** Writes down that a report is known, unless more is known of it: one that waits for its data, or could not be made. */
export async function notePlan(
  ledger: ReportLedger,
  location: LocationRef & { readonly timeZone: TimeZone },
  period: Period,
  due: Instant,
): Promise<void> {
  if (ledger.entries.size > 0 || (await ledger.read('plan')) !== undefined) return;
  const { start, end } = periodInterval(period, location.timeZone);
  const bounds = { timeZone: location.timeZone, start: isoUtc(start), end: isoUtc(end) };
  await ledger.create('plan', { ...subjectBody(location, period, due), ...bounds });
}

/**
 * Reads what a report is about: from its plan, else from its end, else from its first snapshot, which is larger. A report
 * that was made at once has no plan.
 */
export async function readSubject(
  { ledger }: Pick<LedgerParts, 'ledger'>,
  prefix: string,
): Promise<ReportSubject | undefined> {
  const finished = `${LEDGER_ROOT}finished/${prefix.slice(REPORTS_ROOT.length, -1)}`;
  for (const key of [`${prefix}plan`, finished, prefix + FIRST_SNAPSHOT]) {
    const object = await ledger.get(key);
    const subject = object === undefined ? undefined : subjectOf(decodeEntry(object.bytes, key));
    if (subject !== undefined) return subject;
  }
  return undefined;
}

/** Undefined for the end of a report of an earlier version, which says nothing of it. */
function subjectOf({ location, kind, period, due, dueAt }: LedgerBody): ReportSubject | undefined {
  if (typeof kind !== 'string' || typeof period !== 'string') return undefined;
  if (typeof location === 'string') return { location, kind, period, due: parseInstant(due as string) };
  return { location: locationPath(location as LocationRef), kind, period, due: instantFromMs(dueAt as number) };
}
