import type { LocationRef } from '../domain/location.ts';
import type { Instant } from '../domain/time/instant.ts';
import type { LocalDay } from '../domain/time/local-day.ts';
import { type Period, periodKeyForPath } from '../domain/time/period.ts';
import { createOnce } from './create-once.ts';
import { recheckedPrefix, reportId } from './keys.ts';
import { encodeEntry, type LedgerParts } from './ledger.ts';

const MS_PER_DAY = 86_400_000;

/** How long after its last day a recheck that was missed is still worth making. */
const GRACE_DAYS = 3;

/** The latest recheck whose day has come, in days after the end; undefined before the first, and long after the last. */
export function recheckDayAt(end: Instant, now: Instant, recheckDays: readonly number[]): number | undefined {
  const ageDays = (now - end) / MS_PER_DAY;
  let [last, reached] = [0, 0];
  for (const day of recheckDays) {
    last = Math.max(last, day);
    if (day <= ageDays) reached = Math.max(reached, day);
  }
  return reached === 0 || ageDays > last + GRACE_DAYS ? undefined : reached;
}

/** A recheck reads the days that are young enough to change; those before were read again by the rechecks of their own time. */
export function isStillSettling(day: LocalDay, now: Instant, recheckDays: readonly number[]): boolean {
  return now - day.end <= (Math.max(0, ...recheckDays) + GRACE_DAYS) * MS_PER_DAY;
}

/** Records that a report's data was read so many days after the period's end. */
export async function markRechecked(parts: LedgerParts, ref: LocationRef, period: Period, day: number): Promise<void> {
  const key = `${recheckedFolder(ref, period)}${day}`;
  await createOnce(parts.ledger, key, encodeEntry({ owner: parts.newOwner() }), 'application/json', parts.pauses);
}

/**
 * Whether a report's data was read so many days after the period's end, or on a later one of the days on which it is read:
 * each is asked for, since they are few and a list costs twelve times as much.
 */
export async function isRechecked(
  parts: Pick<LedgerParts, 'ledger'>,
  ref: LocationRef,
  period: Period,
  day: number,
  recheckDays: readonly number[],
): Promise<boolean> {
  const folder = recheckedFolder(ref, period);
  const days = [day, ...recheckDays.filter((later) => later > day)];
  const marks = await Promise.all(days.map((each) => parts.ledger.get(`${folder}${each}`)));
  return marks.some((mark) => mark !== undefined);
}

function recheckedFolder(ref: LocationRef, period: Period): string {
  return `${recheckedPrefix(period.kind, periodKeyForPath(period))}${reportId(ref, period)}/`;
}
