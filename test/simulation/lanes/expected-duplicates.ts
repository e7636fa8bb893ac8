import { sumOf } from './printing.ts';
import type { VolumeFigures } from './volume-run.ts';

/** What the policy `resend` made of sends that nobody noted, beside what it may make of them. */
export interface Duplicates {
  /** Mails that reached their readers twice. */
  readonly found: number;
  /** Sends that nobody noted and no event told of in time: each is a mail that may be doubled. */
  readonly untold: number;
  /** As many of those as their events are likely to be missing, with the deviation of that number. */
  readonly expected: number;
  readonly sigma: number;
  /** Of the untold, those that were not sent again: an event came late, or they ended otherwise. */
  readonly toldLate: number;
  readonly endedOtherwise: number;
  /** Of those found, the ones in runs in which every event comes before the deadline: there must be none. */
  readonly withoutLoss: number;
  /** Of the sends that nobody noted, those of the same runs. */
  readonly notedByEvents: number;
  readonly isWithin: boolean;
}

/** Three deviations, and what comes late although it was sent in time: where functions fail, an event is worked later. */
const DEVIATIONS = 3;
const DELAYED_SHARE = 0.01;

export function expectedDuplicates(runs: readonly VolumeFigures[]): Duplicates {
  const resending = runs.filter(({ whenInDoubt }) => whenInDoubt === 'resend');
  const total = (of: (run: VolumeFigures) => number) => sumOf(resending.map(of));
  // Of a mail that bounces there are two events, each of which tells that it was sent.
  const chances = resending.flatMap(({ unrecorded, unrecordedWithTwoEvents: two, eventMissing: p }) => [
    { sends: unrecorded - two, p },
    { sends: two, p: p * p },
  ]);
  const expected = sumOf(chances.map(({ sends, p }) => sends * p));
  const sigma = Math.sqrt(sumOf(chances.map(({ sends, p }) => sends * p * (1 - p))));
  const found = total((run) => run.mailedTwice);
  const toldLate = total((run) => run.toldLate);
  const endedOtherwise = total((run) => run.endedOtherwise);
  const untold = total((run) => run.sentAgain) + toldLate + endedOtherwise;
  const lossless = resending.filter(({ eventMissing }) => eventMissing === 0);
  const withoutLoss = sumOf(lossless.map(({ mailedTwice }) => mailedTwice));
  const notedByEvents = sumOf(lossless.map(({ unrecorded }) => unrecorded));
  const leeway = DEVIATIONS * sigma + DELAYED_SHARE * total((run) => run.unrecorded);
  const isWithin = Math.abs(untold - expected) <= leeway && found <= untold && withoutLoss === 0;
  return { found, untold, expected, sigma, toldLate, endedOtherwise, withoutLoss, notedByEvents, isWithin };
}
