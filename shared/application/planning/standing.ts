import type { LocalDate } from '../../domain/time/local-date.ts';
import { type RowRanges, rangesOf, rowsIn } from './row-ranges.ts';

/**
 * What planners have found out about one kind of report of a sheet's locations: nothing but conclusions from marks in the
 * ledger that are never taken back, so that they stay true however old they are, and whoever else plans meanwhile. Forgetting
 * them, or a part of them, costs looking at the marks again.
 *
 * Of each covered row, every period since its anchor that begins on `through` or before is finished, but for those of `open`.
 */
export interface Standing {
  readonly covered: RowRanges;
  /** True when rows that get such reports are not covered yet. */
  readonly pending: boolean;
  readonly through: LocalDate;
  /** By the period's key: the covered rows of which no more is known than that the period is theirs to come. */
  readonly open: RowsByKey;
  /** By the period's key and a recheck's day: the rows that have had that recheck, or need none. */
  readonly rechecked: Readonly<Record<string, RowsByKey>>;
}

export type RowsByKey = Readonly<Record<string, RowRanges>>;

export const NOTHING_KNOWN: Standing = {
  covered: [],
  pending: false,
  through: '0001-01-01' as LocalDate,
  open: {},
  rechecked: {},
};

/** The same knowledge about the same locations in another sheet; a location that is not there is forgotten. */
export function moveStanding(standing: Standing, newRowOf: (row: number) => number | undefined): Standing {
  const move = (ranges: RowRanges) =>
    rangesOf([...rowsIn(ranges)].flatMap((row) => newRowOf(row) ?? []).sort((a, b) => a - b));
  const moveAll = (rows: RowsByKey): RowsByKey =>
    Object.fromEntries(Object.entries(rows).map(([key, ranges]) => [key, move(ranges)]));
  const rechecked = Object.entries(standing.rechecked).map(([key, byDay]) => [key, moveAll(byDay)] as const);
  return {
    ...standing,
    covered: move(standing.covered),
    pending: true,
    open: moveAll(standing.open),
    rechecked: Object.fromEntries(rechecked),
  };
}

/** How much there is to write down. */
export function sizeOf({ covered, open, rechecked }: Standing): number {
  const all = [covered, ...Object.values(open), ...Object.values(rechecked).flatMap((byDay) => Object.values(byDay))];
  return all.reduce((size, ranges) => size + ranges.length, 0);
}
