import { epochSeconds } from '../../domain/time/instant.ts';
import type { LocalDay } from '../../domain/time/local-day.ts';
import { UnexpectedPayloadError } from '../../errors.ts';

/** What a day is asked for as: five minutes divide every zone's days, an hour does not, and `d` is the day of UTC. */
const RESOLUTION = '5m';
export const RESOLUTION_SECONDS = 300;

/** A local day as the API counts: both bounds belong to it. */
export interface TimeWindow {
  readonly startEpochSeconds: number;
  readonly endEpochSeconds: number;
}

export function windowOf(day: LocalDay): TimeWindow {
  return { startEpochSeconds: epochSeconds(day.start), endEpochSeconds: epochSeconds(day.end) - 1 };
}

export function windowQuery(window: TimeWindow): Record<string, string> {
  return {
    start_time: String(window.startEpochSeconds),
    end_time: String(window.endEpochSeconds),
    resolution: RESOLUTION,
  };
}

/** @throws UnexpectedPayloadError when the answer is about another window or resolution than was asked for */
export function checkEcho(
  answer: { readonly start: number; readonly end: number; readonly resolution: string },
  window: TimeWindow,
  endpoint: string,
): void {
  const isSame =
    answer.start === window.startEpochSeconds &&
    answer.end === window.endEpochSeconds &&
    answer.resolution === RESOLUTION;
  if (isSame) return;
  throw new UnexpectedPayloadError(
    `${endpoint} answered about another time or resolution than ${window.startEpochSeconds} to ${window.endEpochSeconds} at ${RESOLUTION}`,
  );
}
