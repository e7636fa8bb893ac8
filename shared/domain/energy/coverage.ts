import type { PowerSeries } from './day-readings.ts';

/** Share of the expected samples received, 0 to 1; null where nothing was expected or nothing is known. */
export function shareOf(received: number | null, expected: number): number | null {
  if (received === null || expected <= 0) return null;
  return Math.min(1, Math.max(0, received / expected));
}

/** How many slots of the series hold a sample of the register; null where the series does not carry it. */
export function samplesOf(series: PowerSeries | null, registerId: string): number | null {
  const watts = series?.wattsByRegister.get(registerId);
  if (watts === undefined) return null;
  let samples = 0;
  for (const powerW of watts) if (!Number.isNaN(powerW)) samples += 1;
  return samples;
}
