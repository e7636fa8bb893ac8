import type { Moment, Profile } from '../profile.ts';
import { driftAt } from '../steady-noise.ts';

/** How lively a household is, 0 to 1: mornings, evenings, and longer days at the weekend. */
export function livelinessAt({ hour, weekday }: Moment): number {
  const isWeekend = weekday === 0 || weekday === 6;
  const morning = bump(hour, isWeekend ? 9.5 : 7.25, isWeekend ? 1.6 : 0.9) * 0.75;
  const noon = bump(hour, 12.75, 1.4) * (isWeekend ? 0.6 : 0.25);
  const evening = bump(hour, 19.75, 2.1);
  return Math.min(1, 0.05 + morning + noon + evening);
}

/** Lamps: lit while it is dark and somebody is up. */
export function lighting(peakW: number): Profile {
  return (moment, seed) =>
    peakW * livelinessAt(moment) * moment.darkness * (0.6 + 0.7 * driftAt(seed, moment.epochSeconds / 1200));
}

/** What hangs on sockets: a base, and more while people are about. */
export function sockets(baseW: number, livelyW: number): Profile {
  return (moment, seed) =>
    baseW + livelyW * livelinessAt(moment) * (0.35 + 1.2 * driftAt(seed, moment.epochSeconds / 1700));
}

function bump(hour: number, peakHour: number, widthHours: number): number {
  return Math.exp(-(((hour - peakHour) / widthHours) ** 2));
}
