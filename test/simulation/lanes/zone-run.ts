import { readAnchors } from '../../../shared/application/anchors.ts';
import type { Configuration } from '../../../shared/application/configuration.ts';
import { finishedKey, locationId } from '../../../shared/application/keys.ts';
import { encodeEntry } from '../../../shared/application/ledger.ts';
import { type Plan, planReports } from '../../../shared/application/plan-reports.ts';
import type { ObjectStore } from '../../../shared/application/ports.ts';
import { instantFromMs } from '../../../shared/domain/time/instant.ts';
import { seededRandom } from '../../support/seeded-random.ts';
import { simulatedLocation } from '../fleet-of-zones.ts';
import { createKeyTree } from '../models/key-tree.ts';
import { DAY_MS, dueMs, spanAfter, spanOfKey, type ZoneClock, zoneClock } from '../watch/zone-clock.ts';
import { ruleFor, SETTINGS, sentAt } from './settings.ts';

export interface ZoneSettings {
  readonly zone: string;
  readonly fromMs: number;
  readonly toMs: number;
}

export interface ZoneFigures {
  readonly zone: string;
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

const KINDS = ['daily', 'monthly'] as const;
const SEND_TIMES = ['00:00', '02:30', '06:00', '23:45'] as const;
const QUARTER_MS = 15 * 60_000;
const HOUR_MS = 4 * QUARTER_MS;
const OUTAGES_MS = [9 * DAY_MS, 36 * HOUR_MS, 30 * HOUR_MS, 26 * HOUR_MS] as const;
const LOST = 0.02;
const DOUBLED = 0.02;
/** Of what a tick asks for, so much is not made before the next tick. */
const LEFT_OVER = 0.03;

/**
 * The real planner over years of one zone, with ticks lost and doubled, outages of days, and reports that are not made at
 * once. Ticks that could change nothing are left out: of each day those around its send time stay, and one at random.
 */
export async function runZone({ zone, fromMs, toMs }: ZoneSettings): Promise<ZoneFigures> {
  const random = seededRandom(`zone ${zone} ${fromMs}`);
  const sendAt = SEND_TIMES[Math.floor(random() * SEND_TIMES.length)] ?? '06:00';
  const clock = zoneClock(zone, fromMs - 400 * DAY_MS, toMs + 60 * DAY_MS);
  const outages = OUTAGES_MS.map((lengthMs) => {
    const outageMs = fromMs + 20 * DAY_MS + random() * (toMs - fromMs - 40 * DAY_MS);
    return { fromMs: outageMs, toMs: outageMs + lengthMs };
  });
  const planner = createPlanner(zone, sendAt);
  const done = new Map<string, number>();
  const samples: string[] = [];
  const figures = { ticks: 0, lostTicks: 0, doubledTicks: 0, doubled: 0, early: 0 };

  const plan = async (nowMs: number) => {
    figures.ticks += 1;
    for (const report of await planner.tick(nowMs)) {
      const name = `${report.period.kind} ${report.period.key}`;
      const dueAtMs = dueMs(clock, spanOfKey(report.period.kind, report.period.key), sendAt);
      if (dueAtMs > nowMs || report.dueAt !== dueAtMs) {
        figures.early += 1;
        samples.push(`${zone} ${name} asked for at ${new Date(nowMs).toISOString()}`);
      }
      if (done.has(name)) figures.doubled += 1;
      if (random() < LEFT_OVER) continue;
      done.set(name, nowMs);
      planner.finish(report);
    }
  };
  for (const atMs of tickTimes(clock, fromMs, toMs, sendAt, random)) {
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

  const expected = [...expectedPeriods(await planner.anchors(), clock, sendAt, lastMs)];
  const missing = expected.filter((name) => !done.has(name));
  samples.push(...missing.slice(0, 3).map((name) => `${zone} ${name} was never asked for`));
  return { zone, ...figures, periods: expected.length, missed: missing.length, samples: samples.slice(0, 5) };
}

/** Every quarter of an hour from a little before to an hour after each send time, and one more at random each day. */
function* tickTimes(
  clock: ZoneClock,
  fromMs: number,
  toMs: number,
  sendAt: string,
  random: () => number,
): Generator<number> {
  const phaseMs = Math.floor(random() * QUARTER_MS);
  const onTick = (ms: number) => Math.ceil((ms - phaseMs) / QUARTER_MS) * QUARTER_MS + phaseMs;
  let lastMs = 0;
  for (let wallMs = fromMs; wallMs < toMs; wallMs += DAY_MS) {
    const dueAtMs = dueMs(clock, { firstMs: wallMs, nextMs: wallMs + DAY_MS }, sendAt);
    const first = onTick(dueAtMs) - QUARTER_MS;
    const offsets = [0, 1, 2, 5 + Math.floor(80 * random())];
    for (const atMs of offsets.map((quarters) => first + quarters * QUARTER_MS)) {
      if (atMs <= lastMs) continue;
      lastMs = atMs;
      yield atMs;
    }
  }
}

function* expectedPeriods(
  anchors: ReadonlyMap<string, string>,
  clock: ZoneClock,
  sendAt: string,
  untilMs: number,
): Generator<string> {
  for (const [kind, key] of anchors) {
    for (let span = spanOfKey(kind, key); dueMs(clock, span, sendAt) <= untilMs; span = spanAfter(kind, span)) {
      if (clock.firstShowing(span.firstMs) === clock.firstShowing(span.nextMs)) continue;
      const date = new Date(span.firstMs).toISOString();
      yield `${kind} ${kind === 'daily' ? date.slice(0, 10) : date.slice(0, 7)}`;
    }
  }
}

/** The planner over a ledger in which nothing goes wrong; reports are finished by writing that they are. */
function createPlanner(zone: string, sendAt: string) {
  const listed = simulatedLocation('l0', zone);
  const settings = { ...SETTINGS, ...sentAt(sendAt), recheckDays: [] };
  const bytesByKey = new Map<string, Uint8Array>();
  const tree = createKeyTree();
  const put = (key: string, bytes: Uint8Array) => {
    if (bytesByKey.has(key)) return 'exists';
    bytesByKey.set(key, bytes);
    tree.add(key);
    return 'created';
  };
  let now = instantFromMs(0);
  const ledger: ObjectStore = {
    putNew: async (key, bytes) => put(key, bytes),
    async get(key) {
      const bytes = bytesByKey.get(key);
      return bytes === undefined ? undefined : { bytes, storedAt: now };
    },
    async *list(prefix) {
      for (const key of tree.below(prefix)) yield key;
    },
  };
  const configuration: Configuration = {
    sources: { fleet: { kind: 'simulated', fleets: ['demo'], settings: {} } },
    sender: { from: 'Reports <reports@example.com>', replyTo: null, organization: 'Example Energy' },
    operators: [],
    defaults: settings,
    reports: [ruleFor('plain', KINDS, ['one@example.com'], settings)],
  };
  const source = {
    listLocations: async () => ({ locations: [listed], incompleteBecause: undefined }),
    openLocation: () => Promise.reject(new Error('The planner lists locations, and opens none.')),
  };
  const parts = {
    configuration,
    sources: new Map([['fleet', source]]),
    clock: { now: () => now },
    ledger,
    newOwner: () => 'planner',
    pauses: { random: () => 0.5, sleep: async () => {} },
  };
  const finished = encodeEntry({});
  return {
    async tick(nowMs: number): Promise<Plan['due']> {
      now = instantFromMs(Math.round(nowMs));
      return (await planReports(parts)).due;
    },
    finish: ({ ref, period }: Plan['due'][number]) => put(finishedKey(ref, period), finished),
    /** The first period of each kind. */
    async anchors(): Promise<Map<string, string>> {
      const anchors = new Map<string, string>();
      for (const kind of KINDS) {
        const first = (await readAnchors(parts, kind)).get(locationId(listed.ref));
        if (first !== undefined) anchors.set(kind, first.key);
      }
      return anchors;
    },
  };
}
