import type { MailRecord } from './report-record.ts';

/** What came of the sends that were taken without anybody's noting it. */
export interface Doubts {
  /** Those of which the mail service tells in one event, and in two. */
  readonly unrecorded: number;
  readonly unrecordedWithTwoEvents: number;
  /** An event came before the deadline. */
  readonly toldInTime: number;
  /** None did; the mail was sent again. */
  readonly sentAgain: number;
  /** None did, but one came before the mail was looked at once more. */
  readonly toldLate: number;
  /** None did; the mail was held, dropped, suppressed, or grew too old. */
  readonly endedOtherwise: number;
}

/** Puts each doubt where it belongs; they add up to all of them. */
export function countDoubts(mails: readonly MailRecord[], deadlineMs: number): Doubts {
  const count = {
    unrecorded: 0,
    unrecordedWithTwoEvents: 0,
    toldInTime: 0,
    sentAgain: 0,
    toldLate: 0,
    endedOtherwise: 0,
  };
  for (const { attempts } of mails) {
    for (const [number, { acceptedAtMs, isSent, claimedAtMs, eventAtMs, eventsToCome }] of attempts) {
      if (acceptedAtMs === undefined || isSent) continue;
      count.unrecorded += 1;
      if (eventsToCome === 2) count.unrecordedWithTwoEvents += 1;
      if (eventAtMs !== undefined && eventAtMs - claimedAtMs <= deadlineMs) count.toldInTime += 1;
      else if (attempts.has(number + 1)) count.sentAgain += 1;
      else if (eventAtMs !== undefined) count.toldLate += 1;
      else count.endedOtherwise += 1;
    }
  }
  return count;
}
