/**
 * Why two periods are not compared: nothing is known of one of them · one has data for less than half of its days · the
 * mains were not measured then · production was added, taken away or replaced · circuits were · their days are covered
 * differently · there was so little then that a percentage says nothing.
 */
export type NoChangeReason =
  | 'no_data'
  | 'too_few_days'
  | 'no_mains_then'
  | 'production_changed'
  | 'different_circuits'
  | 'different_coverage'
  | 'tiny_base';

/** What is compared where the periods are not of one length. */
export interface Averages {
  /** Days of different length are compared by the hour, periods of different length by the day. */
  readonly per: 'day' | 'hour';
  readonly thisKWh: number;
  readonly otherKWh: number;
}

/** How an energy changed since another period, or why that is not said. */
export type Change =
  | {
      readonly comparable: true;
      /** (this − other) ÷ other, of the averages where there are some: −0.06 is 6 % less. */
      readonly changeShare: number;
      /** Over the covered days of each. */
      readonly thisKWh: number;
      readonly otherKWh: number;
      readonly thisDays: number;
      readonly otherDays: number;
      /** Null where both are of one length, and the sums are compared. */
      readonly averages: Averages | null;
    }
  | {
      readonly comparable: false;
      readonly reason: NoChangeReason;
      /** Both amounts, for a base that is too small for a percentage; otherwise null. */
      readonly thisKWh: number | null;
      readonly otherKWh: number | null;
    };

/** One energy over some hours of some days. */
export interface Amount {
  readonly energyKWh: number;
  readonly days: number;
  readonly hours: number;
}

/** Sets two amounts beside each other: by their sums, by the day where they have different days, by the hour where they are single days. */
export function changeBetween(now: Amount, then: Amount): Change {
  const amounts = { thisKWh: now.energyKWh, otherKWh: then.energyKWh };
  if (then.energyKWh < tinyKWh(then)) return { comparable: false, reason: 'tiny_base', ...amounts };
  const averages = averagesOf(now, then);
  const { thisKWh, otherKWh } = averages ?? amounts;
  return {
    comparable: true,
    changeShare: (thisKWh - otherKWh) / otherKWh,
    ...amounts,
    thisDays: now.days,
    otherDays: then.days,
    averages,
  };
}

export function noChange(reason: NoChangeReason): Change {
  return { comparable: false, reason, thisKWh: null, otherKWh: null };
}

/** Less than a lamp uses: percentages of it are noise. */
const tinyKWh = ({ days }: Amount) => Math.max(1, 0.2 * days);

function averagesOf(now: Amount, then: Amount): Averages | null {
  const by = (per: 'day' | 'hour', lengthOf: (amount: Amount) => number): Averages => ({
    per,
    thisKWh: now.energyKWh / lengthOf(now),
    otherKWh: then.energyKWh / lengthOf(then),
  });
  if (now.days !== then.days) return by('day', (amount) => amount.days);
  return now.days === 1 && now.hours !== then.hours ? by('hour', (amount) => amount.hours) : null;
}
