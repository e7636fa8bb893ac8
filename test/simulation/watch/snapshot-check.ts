import { POSSIBLE_FACTORS, plainPowerW, SAMPLE_SECONDS } from '../models/measured-truth.ts';
import type { ReportRecord } from './report-record.ts';
import type { WatchContext } from './watch-context.ts';
import { DAY_MS } from './zone-clock.ts';

interface SnapshotDay {
  readonly date: string;
  readonly quality: string;
  readonly registers: readonly { readonly id: string; readonly energyKWh: number | null }[];
}

/** Checks that a snapshot's days are all days of its period, and that each complete one holds each of its samples once. */
export function checkSnapshotDays(
  { world, places }: WatchContext,
  report: ReportRecord,
  snapshot: Readonly<Record<string, unknown>>,
): void {
  const watched = places.get(report.location);
  if (watched === undefined) return;
  let expectedStartMs: number | undefined;
  for (const day of snapshot['days'] as readonly SnapshotDay[]) {
    const wallMs = Date.parse(`${day.date}T00:00:00Z`);
    const startMs = watched.clock.firstShowing(wallMs);
    const endMs = watched.clock.firstShowing(wallMs + DAY_MS);
    const about = `${watched.zone} ${day.date} of ${report.period}`;
    if (expectedStartMs !== undefined && startMs !== expectedStartMs) world.violate('days follow each other', about);
    expectedStartMs = endMs;
    if (day.quality !== 'measured') continue;
    const told = day.registers.find(({ id }) => id === 'm')?.energyKWh ?? Number.NaN;
    const plain = plainEnergyKWh(watched.place, startMs, endMs);
    if (!POSSIBLE_FACTORS.some((factor) => Math.abs(told - factor * plain) < 1e-6)) {
      world.violate('each sample counts in one day', `${about}: ${told} kWh instead of ${plain}`);
    }
  }
  if (expectedStartMs !== report.endMs)
    world.violate('the days are the whole period', `${report.location} ${report.period}`);
}

function plainEnergyKWh(place: number, startMs: number, endMs: number): number {
  let wattHours = 0;
  const first = Math.ceil(startMs / 1000 / SAMPLE_SECONDS) * SAMPLE_SECONDS;
  for (let at = first; at < endMs / 1000; at += SAMPLE_SECONDS) wattHours += plainPowerW(place, at);
  return wattHours / 1000;
}
