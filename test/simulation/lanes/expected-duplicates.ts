import { sumOf } from './printing.ts';
import type { VolumeFigures } from './volume-run.ts';

/** How many mails the policy `resend` doubled, beside how many it may have. */
export interface Duplicates {
  readonly found: number;
  /** Of the sends that nobody noted, as many as their events are likely to be missing, with the deviation of that number. */
  readonly expected: number;
  readonly sigma: number;
  /** Of those found, the ones in runs in which every event comes before the deadline: there must be none. */
  readonly withoutLoss: number;
  /** Of the sends that nobody noted, those of the same runs. */
  readonly notedByEvents: number;
  readonly isWithin: boolean;
}

export function expectedDuplicates(runs: readonly VolumeFigures[]): Duplicates {
  const resending = runs.filter(({ whenInDoubt }) => whenInDoubt === 'resend');
  const expected = sumOf(resending.map(({ unrecorded, eventMissing }) => unrecorded * eventMissing));
  const variance = sumOf(resending.map(({ unrecorded, eventMissing: p }) => unrecorded * p * (1 - p)));
  const sigma = Math.sqrt(variance);
  const found = sumOf(resending.map(({ mailedTwice }) => mailedTwice));
  const lossless = resending.filter(({ eventMissing }) => eventMissing === 0);
  const withoutLoss = sumOf(lossless.map(({ mailedTwice }) => mailedTwice));
  const notedByEvents = sumOf(lossless.map(({ unrecorded }) => unrecorded));
  return {
    found,
    expected,
    sigma,
    withoutLoss,
    notedByEvents,
    isWithin: found <= expected + 3 * sigma && withoutLoss === 0,
  };
}
