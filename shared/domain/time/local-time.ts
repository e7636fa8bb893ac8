import { InvalidTimeError } from './instant.ts';
import { quoted } from './quoted-text.ts';

/** A time of day on the clock of a place, without date or zone. */
export interface LocalTime {
  readonly hour: number;
  readonly minute: number;
}

/**
 * Reads a wall-clock time written `HH:MM`, from 00:00 to 23:59.
 * @throws {InvalidTimeError} for any other form
 */
export function parseLocalTime(text: unknown): LocalTime {
  const match = typeof text === 'string' ? /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text) : null;
  if (match === null) throw new InvalidTimeError(`${quoted(text)} is not a time of day: write HH:MM, 00:00 to 23:59`);
  return { hour: Number(match[1]), minute: Number(match[2]) };
}
