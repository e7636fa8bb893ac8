import { expect, it } from 'vitest';
import { runZones } from './lanes/zone-run.ts';

/** Half a year each, with something unusual in it: a date left out, midnights gone through twice, half-hour changes. */
const HALF_YEARS = [
  ['America/Chicago', '2026-08-01'],
  ['Asia/Kathmandu', '2026-01-01'],
  ['Australia/Lord_Howe', '2026-01-01'],
  ['Pacific/Apia', '2011-09-01'],
  ['America/St_Johns', '2010-08-01'],
  ['Africa/Cairo', '2026-02-01'],
] as const;

it.each(HALF_YEARS)('in %s from %s no report is missed, doubled or early', async (zone, from) => {
  const fromMs = Date.parse(from);
  const figures = await runZones({ zones: [zone], fromMs, toMs: fromMs + 180 * 86_400_000 });

  expect(figures).toMatchObject({ missed: 0, doubled: 0, early: 0, samples: [] });
  expect(figures.periods).toBeGreaterThan(170);
  expect([figures.lostTicks, figures.doubledTicks].every((count) => count > 2)).toBe(true);
});
