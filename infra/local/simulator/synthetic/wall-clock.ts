/** What a clock on the wall shows. */
export type WallTime = {
  /** Days of the local calendar since 1970-01-01. */
  readonly dayNumber: number;
  /** 0 up to 24, with fractions. */
  readonly hour: number;
  /** 0 is Sunday. */
  readonly weekday: number;
};

export type WallClock = {
  at(epochSeconds: number): WallTime;
  /** The instant of a wall-clock hour on a local day, where that hour occurs once. */
  instantOf(dayNumber: number, hour: number): number;
};

const QUARTER_SECONDS = 900;
const DAY_SECONDS = 86_400;

/** Local time of one zone; offsets come from the runtime's own calendar and are remembered by UTC day. */
export function createWallClock(timeZone: string): WallClock {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  const offsets = new Map<number, number | undefined>();

  const lookUp = (epochSeconds: number): number => {
    const parts = new Map(format.formatToParts(epochSeconds * 1000).map(({ type, value }) => [type, Number(value)]));
    const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? Number.NaN;
    const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute')) / 1000;
    return local - Math.floor(epochSeconds / 60) * 60;
  };

  /** One offset for a whole UTC day, unless it changes in it: then one for each quarter of an hour. */
  const offsetAt = (epochSeconds: number): number => {
    const day = Math.floor(epochSeconds / DAY_SECONDS);
    if (!offsets.has(day)) {
      const [early, late] = [lookUp(day * DAY_SECONDS), lookUp((day + 1) * DAY_SECONDS)];
      offsets.set(day, early === late ? early : undefined);
    }
    return offsets.get(day) ?? lookUp(Math.floor(epochSeconds / QUARTER_SECONDS) * QUARTER_SECONDS);
  };

  return {
    at(epochSeconds) {
      const local = epochSeconds + offsetAt(epochSeconds);
      const dayNumber = Math.floor(local / DAY_SECONDS);
      return { dayNumber, hour: (local - dayNumber * DAY_SECONDS) / 3600, weekday: (((dayNumber + 4) % 7) + 7) % 7 };
    },
    instantOf(dayNumber, hour) {
      const local = dayNumber * DAY_SECONDS + hour * 3600;
      return local - offsetAt(local - offsetAt(local));
    },
  };
}
