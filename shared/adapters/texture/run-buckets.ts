import { instantFromMs } from '../../domain/time/instant.ts';
import { contains, durationMs, type Interval } from '../../domain/time/interval.ts';
import type { LocalDay } from '../../domain/time/local-day.ts';
import { MeterpostError, SourceAccessError, SourceUnavailableError } from '../../errors.ts';
import { BUCKET_SECONDS, type Buckets, type Metric, type ReadBuckets } from './metric.ts';

const BUCKET_MS = BUCKET_SECONDS * 1000;

/** What a metric says of all days together; in doubt where they have to be asked for one by one. */
type Answer = Buckets | 'no series' | 'in doubt';

/**
 * Asks for a run of days at once, a request a metric, and hands out to each day what is its own. Nobody says how long an
 * answer may be, and a quarter hour that is missing counts as nothing moved, so that a figure is taken from the whole only
 * where it cannot have been cut off; all else is read for the day alone.
 */
export function createRunBuckets(run: readonly LocalDay[], readAlone: ReadBuckets): (day: LocalDay) => ReadBuckets {
  const [first, last] = [run[0], run.at(-1)];
  if (first === undefined || last === undefined) return () => readAlone;
  // The level of batteries at the first midnight is that of the quarter hour before.
  const whole = { start: instantFromMs(first.start - BUCKET_MS), end: last.end };
  const answers = new Map<Metric, Promise<Answer>>();
  const answerOf = (metric: Metric) => {
    const answer = answers.get(metric) ?? unlessInDoubt(readAlone(metric, whole));
    answers.set(metric, answer);
    return answer;
  };
  return (day) => async (metric, interval) => {
    const [grid, answer] = await Promise.all([answerOf('grid-energy'), answerOf(metric)]);
    // Quarter hours of the grid are there without an end, so that a day which lacks some is one to look at closely.
    if (typeof grid === 'string' || !isWhole(within(grid, day), day) || answer === 'in doubt') {
      return readAlone(metric, interval);
    }
    if (answer === 'no series') return undefined;
    const own = within(answer, interval);
    return answer.rows < grid.rows || isWhole(own, interval) ? own : readAlone(metric, interval);
  };
}

function within({ amountByStart, rows }: Buckets, interval: Interval): Buckets {
  const own = [...amountByStart].filter(([startMs]) => contains(interval, instantFromMs(startMs)));
  return { amountByStart: new Map(own), unplaced: 0, rows };
}

const isWhole = ({ amountByStart }: Buckets, interval: Interval) =>
  amountByStart.size === durationMs(interval) / BUCKET_MS;

/** @throws SourceAccessError; SourceUnavailableError where the source wants to be left alone */
async function unlessInDoubt(reading: Promise<Buckets | undefined>): Promise<Answer> {
  try {
    const buckets = (await reading) ?? 'no series';
    // Rows without a time belong to one of the days, and nobody knows to which.
    return buckets !== 'no series' && buckets.unplaced > 0 ? 'in doubt' : buckets;
  } catch (error) {
    const isDoubt = error instanceof MeterpostError && !(error instanceof SourceAccessError);
    const wantsRest = error instanceof SourceUnavailableError && error.retryAfterMs !== undefined;
    if (!isDoubt || wantsRest) throw error;
    return 'in doubt';
  }
}
