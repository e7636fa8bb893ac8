/**
 * Reads hostile answers with the real source, in a process of its own and little memory: jobs come in on stdin, what was
 * found goes out on stdout.
 */

import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { inspect } from 'node:util';
import { createCurbFleetSource } from '../../../shared/adapters/curb-fleet/energy-source.ts';
import { checkCurbFleetSettings } from '../../../shared/adapters/curb-fleet/settings.ts';
import { createHttpAgent } from '../../../shared/adapters/http/http-agent.ts';
import { Secret } from '../../../shared/adapters/http/secret.ts';
import type { EnergySource } from '../../../shared/application/ports.ts';
import { summariseDay } from '../../../shared/domain/energy/summarise-day.ts';
import { instantFromMs } from '../../../shared/domain/time/instant.ts';
import { parseLocalDate } from '../../../shared/domain/time/local-date.ts';
import { localDay } from '../../../shared/domain/time/local-day.ts';
import { parseTimeZone } from '../../../shared/domain/time/time-zone.ts';
import { MeterpostError } from '../../../shared/errors.ts';
import { CREDENTIALS_OF_CASES, DATE, HOUSE_ID, ZONE } from './base-answers.ts';
import { figuresOf, marksOf, type Reading, type ReadingJob, type ReadingSummary } from './reading.ts';

const AT_ONCE = 4;

const { origin, jobs } = JSON.parse(await text(process.stdin)) as { origin: string; jobs: readonly ReadingJob[] };
const uncaught: string[] = [];
for (const event of ['uncaughtException', 'unhandledRejection']) {
  process.on(event, (error) => void uncaught.push(inspect(error)));
}

const day = localDay(parseLocalDate(DATE), parseTimeZone(ZONE));
const readings: Reading[] = [];
let slowest = { number: -1, ms: 0 };

async function read(job: ReadingJob): Promise<Reading> {
  const { number, reads, budgetMs } = job;
  const dispatcher = createHttpAgent();
  try {
    const fleet = `case-${number}`;
    const apiOrigin = job.secure ? origin.replace('http:', 'https:') : origin;
    const source = openSource(apiOrigin, fleet, dispatcher, budgetMs);
    if (reads === 'list') {
      const { locations, incompleteBecause } = await source.listLocations(fleet);
      const problems = locations.flatMap(({ location }) => ('problem' in location ? [location.problem] : []));
      const marks = [...(incompleteBecause === undefined ? [] : [incompleteBecause]), ...problems];
      return { number, figures: JSON.stringify(locations.map(({ ref }) => ref.id)), marks };
    }
    const reader = await source.openLocation({ source: 'curb', fleet, id: HOUSE_ID });
    const facts = summariseDay(await reader.readDay(day), instantFromMs(day.end));
    return { number, figures: figuresOf(facts), marks: marksOf(facts) };
  } catch (error) {
    const shown = inspect(error, { depth: 20, showHidden: true, getters: true }) + JSON.stringify(error);
    const { name, message } = error instanceof Error ? error : { name: typeof error, message: String(error) };
    return { number, error: name, message, shown, isTyped: error instanceof MeterpostError };
  } finally {
    await dispatcher.destroy();
  }
}

function openSource(
  apiOrigin: string,
  fleet: string,
  dispatcher: ReturnType<typeof createHttpAgent>,
  budgetMs: number,
): EnergySource {
  const tokenUrl = `${origin}/${fleet}/token`;
  const checked = checkCurbFleetSettings(
    { apiOrigin, tokenUrl, audience: 'fleet.prod.energycurb.com' },
    'sources.curb',
  );
  if ('faults' in checked) throw new Error(JSON.stringify(checked.faults));
  return createCurbFleetSource({
    name: 'curb',
    settings: checked.settings,
    credentials: {
      clientId: CREDENTIALS_OF_CASES.clientId,
      clientSecret: new Secret(CREDENTIALS_OF_CASES.clientSecret),
    },
    http: { dispatcher, random: () => 0, sleep: (ms) => pause(ms), monotonicMs: () => performance.now() },
    clock: { now: () => instantFromMs(Date.now()) },
    budgetMs,
  });
}

const waiting = jobs.values();
const work = async () => {
  for (const job of waiting) {
    const startedMs = performance.now();
    readings.push(await read(job));
    const ms = performance.now() - startedMs;
    if (ms > slowest.ms) slowest = { number: job.number, ms };
  }
};
await Promise.all(Array.from({ length: AT_ONCE }, work));

const { user, system } = process.cpuUsage();
const summary: ReadingSummary = {
  readings,
  uncaught,
  peakBytes: process.resourceUsage().maxRSS * 1024,
  slowest,
  cpuSeconds: (user + system) / 1e6,
  isPolluted: 'polluted' in {},
};
process.stdout.write(JSON.stringify(summary));
