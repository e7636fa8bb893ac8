import type { HeatCell } from './heat-cells.ts';

/** Mean power of each hour of the clock, 0 to 23, over the days that knew it; null where none did, nothing where no day did. */
export function averageDay(cells: readonly Pick<HeatCell, 'hour' | 'from' | 'to' | 'powerW'>[]): (number | null)[] {
  const sums = Array.from({ length: 24 }, () => ({ powerW: 0, length: 0 }));
  for (const { hour, from, to, powerW } of cells) {
    const sum = sums[hour];
    if (sum === undefined || powerW === null) continue;
    sum.powerW += powerW * (to - from);
    sum.length += to - from;
  }
  if (sums.every(({ length }) => length === 0)) return [];
  return sums.map(({ powerW, length }) => (length === 0 ? null : powerW / length));
}
