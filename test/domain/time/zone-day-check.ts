import { firstInstantShowing, intlWallClock, type ZoneRules } from './intl-zone-rules.ts';

/** The functions under test, in plain types, so that the check itself can be tried on wrong ones. */
export interface LocalClock {
  localDay(date: string, zone: string): { readonly start: number; readonly end: number; readonly hours: number };
  atLocalTime(date: string, localTime: string, zone: string): number;
  localDateAt(epochMs: number, zone: string): string;
  /** Between the two instants, neither included. */
  offsetChanges(fromMs: number, toMs: number, zone: string): readonly number[];
}

export type DayChoice = 'near-changes' | 'every';

export interface CheckResult {
  readonly days: number;
  readonly changes: number;
  readonly differences: number;
  /** The first few differences, for the reader of a failed run. */
  readonly samples: readonly string[];
}

const DAY_MS = 86_400_000;
const HALF_HOUR_MS = 1_800_000;
const FIRST_DAY = Date.UTC(2005, 0, 1);
const LAST_DAY = Date.UTC(2035, 11, 31);
const MAX_SAMPLES = 20;
/** Left out, shown twice or plain, depending on the zone and the day. */
const LOCAL_TIMES = ['00:00', '00:30', '02:00', '02:30'] as const;

/** Every date from 2005 to 2035, or only those within three days of an offset change; each as the UTC midnight of the date. */
export function* datesToCheck(rules: ZoneRules, which: DayChoice): Generator<number> {
  if (which === 'every') {
    for (let day = FIRST_DAY; day <= LAST_DAY; day += DAY_MS) yield day;
    return;
  }
  let next = FIRST_DAY;
  for (const { fromMs, offsetMs } of rules.spans.slice(1)) {
    const changeDay = Math.floor((fromMs + offsetMs) / DAY_MS) * DAY_MS;
    const last = Math.min(changeDay + 3 * DAY_MS, LAST_DAY);
    for (let day = Math.max(next, changeDay - 3 * DAY_MS); day <= last; day += DAY_MS) yield day;
    next = Math.max(next, last + DAY_MS);
  }
}

/**
 * Compares local days, local times and offset changes with the spans found by Intl. Starts of days are also held against the
 * bare wall clock: at the start the date has come; a millisecond before it had not, nor at any half hour of the day
 * before when the clocks were changed in it.
 */
export function checkZone(clock: LocalClock, rules: ZoneRules, which: DayChoice): CheckResult {
  const { zone, spans } = rules;
  const wallClock = intlWallClock(zone);
  const samples: string[] = [];
  let [days, differences, oldest] = [0, 0, 0];
  const expectSame = (what: string, actual: unknown, expected: unknown): void => {
    if (actual === expected) return;
    differences += 1;
    if (samples.length < MAX_SAMPLES) samples.push(`${zone} ${what}: ${actual}, expected ${expected}`);
  };

  const changes = spans.map(({ fromMs }) => fromMs).filter((ms) => ms > FIRST_DAY && ms < LAST_DAY);
  expectSame('offset changes', clock.offsetChanges(FIRST_DAY, LAST_DAY, zone).join(), changes.join());

  for (const day of datesToCheck(rules, which)) {
    days += 1;
    // Spans that ended days ago cannot matter any more; dropping them keeps the search short.
    while ((spans[oldest + 1]?.fromMs ?? Number.POSITIVE_INFINITY) < day - 3 * DAY_MS) oldest += 1;
    const recent = { zone, spans: spans.slice(oldest, oldest + 6) };
    const date = isoDate(day);
    const { start, end, hours } = clock.localDay(date, zone);

    expectSame(`start of ${date}`, start, firstInstantShowing(day, recent));
    expectSame(`end of ${date}`, end, firstInstantShowing(day + DAY_MS, recent));
    expectSame(`hours of ${date}`, hours, (end - start) / 3_600_000);
    const wallAtStart = wallClock(start);
    const wallBefore = wallClock(start - 1);
    expectSame(`${date} has come at its start`, wallAtStart >= day, true);
    expectSame(`${date} has come a millisecond early`, wallBefore >= day, false);
    expectSame(`date at ${start}`, clock.localDateAt(start, zone), isoDate(wallAtStart));
    expectSame(`date before ${start}`, clock.localDateAt(start - 1, zone), isoDate(wallBefore));

    if (changes.some((ms) => ms > start - DAY_MS && ms <= start)) {
      for (let back = HALF_HOUR_MS; back <= DAY_MS; back += HALF_HOUR_MS) {
        expectSame(`${date} has come ${back} ms early`, wallClock(start - back) >= day, false);
      }
    }
    if (changes.some((ms) => ms >= start && ms <= end)) {
      for (const time of LOCAL_TIMES) {
        const expected = firstInstantShowing(Date.parse(`${date}T${time}Z`), recent);
        expectSame(`${date} ${time}`, clock.atLocalTime(date, time, zone), expected);
      }
    }
  }
  return { days, changes: changes.length, differences, samples };
}

function isoDate(wallMs: number): string {
  return new Date(wallMs).toISOString().slice(0, 10);
}
