import type { ListedLocation } from '../../../shared/application/ports.ts';
import { seededRandom } from '../../support/seeded-random.ts';
import { allZones, simulatedLocation } from '../fleet-of-zones.ts';
import { ADDRESS_FATES } from '../models/simulated-mail-service.ts';
import type { Span } from '../models/simulated-scheduler.ts';
import type { StageSettings } from '../stage.ts';
import { type FaultRates, randomFaults } from '../world/faults.ts';
import { drawFaultRates, withRates } from './fault-rates.ts';
import { ruleFor, SETTINGS, sentAt } from './settings.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

export interface VolumeSettings {
  readonly stage: StageSettings;
  readonly rates: FaultRates;
  /** When nothing goes wrong any more. */
  readonly quietFromMs: number;
  /** How often a person looks after held mails; never where undefined. */
  readonly operatorEveryMs: number | undefined;
  /** Two ticks at once before all others, as after a deployment. */
  readonly beginsTwice: boolean;
  /** When somebody, or something, empties the queue of requests. */
  readonly purgesMs: readonly number[];
  /** While a person asks, time and again, for reports that were planned before; never where undefined. */
  readonly ordering: Span | undefined;
}

/**
 * What a run has more of than usual, beside the faults that its seed draws: by turns, so that what only long troubles bring
 * about comes up whatever the seeds are.
 */
export const TROUBLES = ['usual', 'planner out', 'workers out', 'mail service out', 'fleet out'] as const;
export type Trouble = (typeof TROUBLES)[number];

/** Dates around which zones change their clocks or months end, so that runs meet such days more often than years do. */
const STARTS = ['2026-03-03', '2026-03-24', '2026-04-01', '2026-06-25', '2026-09-29', '2026-10-20', '2026-10-29'];
/** How many locations of a hundred each group has. */
const GROUPS = {
  pair: 20,
  nobody: 3,
  refused: 2,
  bounces: 2,
  complains: 1,
  weekly: 4,
  monthly: 1,
  cycle: 1,
  plain: 66,
};
const SEND_TIMES = ['00:00', '02:30', '06:00', '06:00', '23:30'];
const QUIET_MS = 30 * HOUR_MS;
const PURGES = 10;

/** An outage of days is part of a run of so many. */
const DAYS_AROUND_OUTAGE = 8;

/** Draws everything about a run of about so many reports from its seed. */
export function drawVolume(seed: string, reports: number, trouble: Trouble = 'usual'): VolumeSettings {
  const random = seededRandom(`volume ${seed}`);
  const oneOf = <T>(values: readonly [T, ...T[]] | readonly T[]): T =>
    values[Math.floor(random() * values.length)] as T;
  const hasLongOutage = trouble === 'planner out' || trouble === 'workers out';
  // Few locations for weeks, or a thousand for days.
  const most = reports / (hasLongOutage ? DAYS_AROUND_OUTAGE + 2 : 3);
  const count = Math.round(Math.min(most, 200 * (2500 / 200) ** random()));
  const faultyMs = Math.max(hasLongOutage ? DAYS_AROUND_OUTAGE : 2, Math.round(reports / count) - 2) * DAY_MS;
  const tickEveryMs = oneOf([15, 60, 60, 120, 120, 120]) * MINUTE_MS;
  // On the hour, so that some tick is the first of its hour, as with ticks every 15 minutes.
  const startMs = Date.parse(`${oneOf(STARTS)}T00:00:00Z`) + Math.floor(random() * 24) * HOUR_MS;
  const endMs = startMs + faultyMs + QUIET_MS;
  const drawn = drawFaultRates(random);
  // Where the mail service is in trouble, its events are as well: then a doubt is at times ended by a second mail. In other
  // worlds all of them come in time: then it never is.
  const eventRates = trouble === 'mail service out' ? { drop: 0.2, late: 0.2, repeat: 0.02 } : { repeat: 0.02 };
  const hasOwnEvents = trouble === 'mail service out' || random() < 0.4;
  const rates = hasOwnEvents ? withRates(drawn, 'mail-event', eventRates) : drawn;
  const settings = {
    ...SETTINGS,
    ...sentAt(oneOf(SEND_TIMES)),
    recheckDays: oneOf([[1, 3, 7], [1], [], [], [], []]),
    mailRevisions: random() < 0.5,
    cycleStartDay: 15,
  };
  const spans = (most: number, longestMs: number): Span[] =>
    Array.from({ length: Math.floor(random() * (most + 1)) }, () => {
      const fromMs = startMs + random() * faultyMs;
      return { fromMs, toMs: Math.min(fromMs + longestMs * random() ** 2, startMs + faultyMs) };
    });
  const longSpan = (leastMs: number, mostMs: number, fromMs = startMs + random() * (faultyMs - mostMs)): Span => ({
    fromMs,
    toMs: fromMs + leastMs + random() * (mostMs - leastMs),
  });
  const longOutage = longSpan(4.3 * DAY_MS, 5 * DAY_MS, startMs + (1 + 1.5 * random()) * DAY_MS);
  // Where nobody works the queue for days, ticks end too, a while later: what they have sent grows old in the queue.
  const tickOutage =
    trouble === 'workers out' ? { ...longOutage, fromMs: longOutage.fromMs + 6 * HOUR_MS } : longOutage;
  const halfDay = longSpan(5 * HOUR_MS, 9 * HOUR_MS);
  const stage: StageSettings = {
    seed,
    startMs,
    endMs,
    faults: (chance) => randomFaults(rates, chance),
    locations: drawLocations(count, random),
    rules: [
      ruleFor('plain', ['daily'], ['one@example.com'], settings),
      ruleFor('pair', ['daily'], ['one@example.com', 'two@example.com'], settings),
      ruleFor('nobody', ['daily'], [], settings),
      ...Object.values(ADDRESS_FATES).map((fate) => ruleFor(fate, ['daily'], [`${fate}@example.com`], settings)),
      ...(['weekly', 'monthly', 'cycle'] as const).map((kind) => ruleFor(kind, [kind], ['one@example.com'], settings)),
    ],
    operators: ['operator@example.com'],
    settings,
    whenInDoubt: trouble === 'mail service out' || random() < 0.4 ? 'resend' : 'hold',
    doubtDeadlineMs: HOUR_MS,
    truth: {
      seed: Math.floor(random() * 2 ** 31),
      shares: { late: 0.03 * random(), never: 0.02 * random(), corrected: 0.1 * random(), wobbles: 0.05 * random() },
      untilMs: startMs + faultyMs,
    },
    tickEveryMs,
    tickOutages: hasLongOutage ? [tickOutage] : spans(2, DAY_MS),
    fleetOutages: trouble === 'fleet out' ? [halfDay] : spans(2, 6 * HOUR_MS),
    mailOutages: trouble === 'mail service out' ? [halfDay] : [],
    workerOutages: trouble === 'workers out' ? [longOutage] : [],
    concurrency: oneOf([2, 5, 10, 20]),
    eventLatencyMs: 45 * MINUTE_MS,
    lateEventMs: 4 * HOUR_MS,
  };
  // Shortly after a tick, when there is something in the queue.
  const purgesMs = Array.from({ length: PURGES }, (_, number) => {
    const ticks = Math.floor((faultyMs * (number + random())) / PURGES / tickEveryMs);
    return startMs + ticks * tickEveryMs + 5_000 + random() * 55_000;
  });
  const operatorEveryMs = trouble === 'mail service out' || random() < 0.4 ? 12 * HOUR_MS : undefined;
  const isOrdering = trouble === 'fleet out';
  const odd = {
    purgesMs: isOrdering ? purgesMs : [],
    beginsTwice: isOrdering || random() < 0.4,
    operatorEveryMs,
    ordering: isOrdering ? halfDay : undefined,
  };
  return { stage, rates, quietFromMs: startMs + faultyMs, ...odd };
}

function drawLocations(count: number, random: () => number): ListedLocation[] {
  const all = allZones();
  const zones = Array.from({ length: 8 + Math.floor(60 * random()) }, () => all[Math.floor(random() * all.length)]);
  return Array.from({ length: count }, (_, index) => {
    const zone = zones[Math.floor(random() * zones.length)] ?? 'UTC';
    return simulatedLocation(`l${index}`, zone, groupAt(random() * 100));
  });
}

function groupAt(percent: number): string {
  let left = percent;
  for (const [group, share] of Object.entries(GROUPS)) {
    if (left < share) return group;
    left -= share;
  }
  return 'plain';
}
