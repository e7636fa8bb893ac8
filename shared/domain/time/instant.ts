import { dayNumber, daysInMonthOf } from './day-number.ts';
import { quoted } from './quoted-text.ts';

/** A point on the UTC time line: whole milliseconds since 1970-01-01T00:00:00Z, its year written with four digits. */
export type Instant = number & { readonly unit: 'epoch-ms' };

export class InvalidTimeError extends Error {
  override readonly name = 'InvalidTimeError';
}

const MS_PER_DAY = 86_400_000;
/** A day to spare at both ends: the local date has four digits too, in every zone. */
const EARLIEST_MS = dayNumber(1000, 1, 2) * MS_PER_DAY;
const LATEST_MS = dayNumber(9999, 12, 31) * MS_PER_DAY - 1;

/** @throws {RangeError} when the number is not whole or its year is outside 1000 to 9999, as when seconds are mixed up with milliseconds */
export function instantFromMs(epochMs: number): Instant {
  if (!isInstant(epochMs)) {
    throw new RangeError(`${epochMs} ms since 1970 is not a whole number in the years 1000 to 9999`);
  }
  // Adding 0 turns −0 into 0: equal instants are then also identical.
  return (epochMs + 0) as Instant;
}

/** @throws {RangeError} when the number is not whole or its year is outside 1000 to 9999 */
export function instantFromEpochSeconds(epochSeconds: number): Instant {
  if (!Number.isInteger(epochSeconds) || !isInstant(epochSeconds * 1000)) {
    throw new RangeError(`${epochSeconds} s since 1970 is not a whole number in the years 1000 to 9999`);
  }
  return instantFromMs(epochSeconds * 1000);
}

/** The whole second that the instant lies in, counted from 1970-01-01T00:00:00Z. */
export function epochSeconds(instant: Instant): number {
  return Math.floor(instant / 1000);
}

function isInstant(epochMs: number): boolean {
  return Number.isInteger(epochMs) && epochMs >= EARLIEST_MS && epochMs <= LATEST_MS;
}

const ISO_8601 =
  /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(?:(Z)|([+-])(\d{2})(?::?(\d{2}))?)?$/;

/**
 * Reads an ISO 8601 date and time that says its offset from UTC: `2026-11-01T06:00:00-05:00`, `2026-11-01T11:00Z`.
 * Fractions of a millisecond are cut off.
 * @throws {InvalidTimeError} for any other form, a missing offset, a date or time that does not exist
 */
export function parseInstant(text: unknown): Instant {
  const match = typeof text === 'string' ? ISO_8601.exec(text) : null;
  if (match === null) throw invalid(text, 'is not an ISO 8601 instant: write it like 2026-11-01T06:00:00-05:00');
  const [, yearText, monthText, dayText, hourText, minuteText, secondText = '0', fraction = '', zulu, ...offset] =
    match;
  const [sign, offsetHours = '0', offsetMinutes = '0'] = offset;
  if (zulu === undefined && sign === undefined) {
    throw invalid(text, "has no offset from UTC: end it with 'Z' or with one such as '-05:00'");
  }
  const [year, month, day] = [Number(yearText), Number(monthText), Number(dayText)];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonthOf(year, month)) {
    throw invalid(text, 'is not on a date of the calendar');
  }
  const [hour, minute, second] = [Number(hourText), Number(minuteText), Number(secondText)];
  if (hour > 23 || minute > 59 || second > 59) throw invalid(text, 'has no such time of day (00:00:00 to 23:59:59)');
  if (Number(offsetHours) > 23 || Number(offsetMinutes) > 59) throw invalid(text, 'has no such offset from UTC');

  const localMs = ((dayNumber(year, month, day) * 24 + hour) * 60 + minute) * 60_000 + second * 1000;
  const offsetMs = (Number(offsetHours) * 60 + Number(offsetMinutes)) * (sign === '-' ? -60_000 : 60_000);
  const epochMs = localMs + Number(fraction.padEnd(3, '0').slice(0, 3)) - offsetMs;
  if (!isInstant(epochMs)) throw invalid(text, 'is outside the years 1000 to 9999');
  return instantFromMs(epochMs);
}

function invalid(text: unknown, problem: string): InvalidTimeError {
  return new InvalidTimeError(`${quoted(text)} ${problem}`);
}

/** ISO 8601 in UTC, `2026-11-01T11:00:00Z`; milliseconds are written only where there are any. */
export function isoUtc(instant: Instant): string {
  return new Date(instant).toISOString().replace('.000Z', 'Z');
}

/** Basic ISO 8601 in UTC for file names, `20261101T110000Z`; milliseconds are left out. */
export function compactUtc(instant: Instant): string {
  return `${new Date(instant).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}
