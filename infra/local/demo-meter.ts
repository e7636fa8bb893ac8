import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Instant } from '../../shared/domain/time/instant.ts';
import { type GreenButtonReading, renderGreenButton } from './green-button-file.ts';
import { placeLocation } from './simulator/synthetic/place-location.ts';
import { HALIFAX } from './simulator/synthetic/places/halifax.ts';
import { SLOT_SECONDS } from './simulator/synthetic/profile.ts';

const SOURCE = 'demo-meters';
const FLEET = 'homes';
const HOUR_SECONDS = 3600;
/** Two whole months, whatever day it is. */
const DAYS = 95;
const ATLANTIC_STANDARD_TIME_SECONDS = -4 * HOUR_SECONDS;
/** A code of ESPI: the value was taken from a day like it. */
const ESTIMATED = 8;

/** What the demonstration has beside its fleet: a home of which there is a meter's file and nothing else. */
export interface DemoMeter {
  /** Where the configuration lies that names the file's folder. */
  readonly folder: string;
  remove(): Promise<void>;
}

/** Writes the file as a utility would hand it out at that instant: hours of what came from the grid. */
export async function writeDemoMeter(now: Instant): Promise<DemoMeter> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'meterpost-demo-'));
  const home = path.join(folder, FLEET, 'harbour-cottage');
  const { label, timezone: timeZone, city, state, country } = HALIFAX;
  await mkdir(home, { recursive: true });
  await writeFile(path.join(home, 'location.json'), JSON.stringify({ label, timeZone, city, state, country }));
  await writeFile(path.join(home, 'meter.xml'), meterFile(Math.floor(now / 1000)));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

function meterFile(nowSeconds: number): string {
  const end = Math.floor(nowSeconds / HOUR_SECONDS) * HOUR_SECONDS;
  const hours = Array.from({ length: DAYS * 24 }, (_, hour) => end - (DAYS * 24 - hour) * HOUR_SECONDS);
  const { wattsAt } = placeLocation(HALIFAX, FLEET);
  const readings = hours.map((startSeconds): GreenButtonReading => {
    const slots = Array.from({ length: HOUR_SECONDS / SLOT_SECONDS }, (_, slot) => startSeconds + slot * SLOT_SECONDS);
    const wattSum = slots.reduce((sum, start) => sum + (wattsAt(0, start) ?? 0), 0);
    const energyWh = (wattSum * SLOT_SECONDS) / HOUR_SECONDS;
    return { startSeconds, energyWh, ...(isEstimated(startSeconds) ? { quality: ESTIMATED } : {}) };
  });
  return renderGreenButton({
    usagePointId: '1',
    tzOffsetSeconds: ATLANTIC_STANDARD_TIME_SECONDS,
    series: [{ flowDirection: 1, intervalSeconds: HOUR_SECONDS, readings }],
  });
}

/** Three hours a month, as if the meter had been out of reach. */
function isEstimated(startSeconds: number): boolean {
  const start = new Date(startSeconds * 1000);
  return start.getUTCDate() === 17 && start.getUTCHours() >= 6 && start.getUTCHours() < 9;
}

interface Configured {
  readonly sources: Readonly<Record<string, object>>;
  readonly reports: readonly object[];
}

/** The configuration with one source and one rule more, for the meter's file. */
export function withMeter<Configuration extends Configured>(configuration: Configuration) {
  return {
    ...configuration,
    sources: { ...configuration.sources, [SOURCE]: { kind: 'files', location: '.', fleets: [FLEET] } },
    reports: [
      ...configuration.reports,
      {
        match: { source: SOURCE, fleet: FLEET, locations: '*' },
        kinds: ['daily', 'monthly'],
        recipients: ['owner@example.com'],
      },
    ],
  };
}
