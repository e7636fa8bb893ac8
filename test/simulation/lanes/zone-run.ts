import { seededRandom } from '../../support/seeded-random.ts';
import { DAY_MS, dueMs, spanAfter, spanOfKey, type ZoneClock, zoneClock } from '../watch/zone-clock.ts';
import { createZonePlanner } from './zone-planner.ts';

export interface ZonesSettings {
  /** Planned together, as the locations of one fleet. */
  readonly zones: readonly string[];
  readonly fromMs: number;
  readonly toMs: number;
}

export interface ZonesFigures {
  readonly zones: number;
  readonly ticks: number;
  readonly lostTicks: number;
  readonly doubledTicks: number;
  readonly periods: number;
  readonly missed: number;
  readonly doubled: number;
  readonly early: number;
  /** The first few faults, for the reader of a failed run. */
  readonly samples: readonly string[];
}

const SEND_TIMES = ['00:00', '02:30', '06:00', '23:45'] as const;
const QUARTER_MS = 15 * 60_000;
const HOUR_MS = 4 * QUARTER_MS;
const OUTAGES_MS = [9 * DAY_MS, 36 * HOUR_MS, 30 * HOUR_MS, 26 * HOUR_MS] as const;
const LOST = 0.02;
const DOUBLED = 0.02;
/** Of what a tick asks for, so much is not made before the next tick. */
const LEFT_OVER = 0.03;

/**
 * The real planner over years of some zones, with ticks lost and doubled, outages of days, and reports that are not made at
 * once. Most ticks that could change nothing are left out: of each day those at the send times stay, some a quarter of an hour
 * before and after them, and one at random.
 */
export async function runZones({ zones, fromMs, toMs }: ZonesSettings): Promise<ZonesFigures> {
  const random = seededRandom(`zones ${zones.join()} ${fromMs}`);
  const sendAt = SEND_TIMES[Math.floor(random() * SEND_TIMES.length)] ?? '06:00';
  const clocks = new Map(zones.map((zone) => [zone, zoneClock(zone, fromMs - 400 * DAY_MS, toMs + 60 * DAY_MS)]));
  const outages = OUTAGES_MS.map((lengthMs) => {
    const outageMs = fromMs + 20 * DAY_MS + random() * (toMs - fromMs - 40 * DAY_MS);
    return { fromMs: outageMs, toMs: outageMs + lengthMs };
  });
  const planner = createZonePlanner(zones, sendAt);
  const done = new Set<string>();
  const samples: string[] = [];
  const figures = { ticks: 0, lostTicks: 0, doubledTicks: 0, doubled: 0, early: 0 };

  const plan = async (nowMs: number) => {
    figures.ticks += 1;
    for (const report of await planner.tick(nowMs)) {
      const zone = zones[Number(report.ref.id)] ?? '';
      const name = `${zone} ${report.period.kind} ${report.period.key}`;
      const clock = clocks.get(zone);
      const dueAtMs = clock && dueMs(clock, spanOfKey(report.period.kind, report.period.key), sendAt);
      if (dueAtMs === undefined || dueAtMs > nowMs || report.dueAt !== dueAtMs) {
        figures.early += 1;
        samples.push(`${name} asked for at ${new Date(nowMs).toISOString()}`);
      }
      if (done.has(name)) figures.doubled += 1;
      if (random() < LEFT_OVER) continue;
      done.add(name);
      planner.finish(report);
    }
  };
  for (const atMs of tickTimes([...clocks.values()], fromMs, toMs, sendAt, random)) {
    if (outages.some((outage) => atMs >= outage.fromMs && atMs < outage.toMs) || random() < LOST) {
      figures.lostTicks += 1;
      continue;
    }
    await plan(atMs);
    if (random() >= DOUBLED) continue;
    figures.doubledTicks += 1;
    await plan(atMs + 60_000 * random());
  }
  const lastMs = toMs + 2 * DAY_MS;
  // The last reports may have been left over once more.
  for (let again = 0; again < 4; again += 1) await plan(lastMs);

  const expected: string[] = [];
  for (const { index, kind, first } of await planner.anchors()) {
    const zone = zones[index] ?? '';
    const clock = clocks.get(zone);
    if (clock === undefined) continue;
    for (const key of periodsSince(clock, kind, first, sendAt, lastMs)) expected.push(`${zone} ${kind} ${key}`);
  }
  const missing = expected.filter((name) => !done.has(name));
  samples.push(...missing.slice(0, 3).map((name) => `${name} was never asked for`));
  const counts = { zones: zones.length, periods: expected.length, missed: missing.length };
  return { ...figures, ...counts, samples: samples.slice(0, 5) };
}

/** How likely there is a tick before a send time, at it, and after it, by quarters of an hour. */
const AROUND = [
  [-1, 0.3],
  [0, 1],
  [1, 0.3],
] as const;

function* tickTimes(
  clocks: readonly ZoneClock[],
  fromMs: number,
  toMs: number,
  sendAt: string,
  random: () => number,
): Generator<number> {
  const phaseMs = Math.floor(random() * QUARTER_MS);
  const onTick = (ms: number) => Math.ceil((ms - phaseMs) / QUARTER_MS) * QUARTER_MS + phaseMs;
  let lastMs = 0;
  for (let wallMs = fromMs; wallMs < toMs; wallMs += DAY_MS) {
    const span = { firstMs: wallMs, nextMs: wallMs + DAY_MS };
    const due = new Set(clocks.map((clock) => onTick(dueMs(clock, span, sendAt))));
    const around = [...due].flatMap((atMs) =>
      AROUND.flatMap(([quarters, chance]) => (random() < chance ? atMs + quarters * QUARTER_MS : [])),
    );
    const other = Math.max(...due) + (2 + Math.floor(80 * random())) * QUARTER_MS;
    for (const atMs of [...new Set([...around, other])].sort((a, b) => a - b)) {
      if (atMs <= lastMs) continue;
      lastMs = atMs;
      yield atMs;
    }
  }
}

function* periodsSince(
  clock: ZoneClock,
  kind: string,
  first: string,
  sendAt: string,
  untilMs: number,
): Generator<string> {
  for (let span = spanOfKey(kind, first); dueMs(clock, span, sendAt) <= untilMs; span = spanAfter(kind, span)) {
    if (clock.firstShowing(span.firstMs) === clock.firstShowing(span.nextMs)) continue;
    yield new Date(span.firstMs).toISOString().slice(0, kind === 'daily' ? 10 : 7);
  }
}
