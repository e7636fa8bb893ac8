import { nextPeriod, type Period } from '../../domain/time/period.ts';
import type { KindTick } from './kind-tick.ts';
import type { SubscribedRow } from './plan-sheet.ts';
import { rangesOf, rowsIn } from './row-ranges.ts';
import { NOTHING_KNOWN, type RowsByKey, type Standing, sizeOf } from './standing.ts';

/** A standing with more in it is worth less than it costs to write down in each tick of a morning. */
const LARGEST = 10_000;

/** Collects what a look at a sheet brings to light, on top of what was known of it. */
export function createStandingNotes(tick: KindTick, known: Standing | undefined, wasCovered: ReadonlySet<number>) {
  const before = known ?? NOTHING_KNOWN;
  const covered = new Set<number>();
  const openBefore = new Map(Object.entries(before.open).map(([key, ranges]) => [key, new Set(rowsIn(ranges))]));
  const open = new Map<string, Set<number>>();
  const rechecked = recheckDays(before);

  const isCovered = ({ index }: SubscribedRow) => wasCovered.has(index) || covered.has(index);
  const noteOpen = ({ key }: Period, { index }: SubscribedRow) => {
    const rows = open.get(key) ?? new Set();
    open.set(key, rows);
    rows.add(index);
  };
  /** Periods on `through` or before that are a row's to come count as open. */
  const noteToCome = (row: SubscribedRow, through: string) => {
    const { cycleStartDay } = row.subscription.settings;
    for (let period = nextPeriod(row.latest, cycleStartDay); period.first <= through; ) {
      const isNoted = wasCovered.has(row.index) && period.first <= before.through;
      if (!isNoted) noteOpen(period, row);
      period = nextPeriod(period, cycleStartDay);
    }
  };
  const recheckedFrom = (rows: readonly SubscribedRow[]): Standing['rechecked'] => {
    const due = new Set(
      rows.flatMap(({ zone, subscription }) =>
        tick.calendar.rechecks(zone, subscription.settings).map(({ period }) => period.key),
      ),
    );
    const indexes = rows.map(({ index }) => index);
    const byKey = [...rechecked]
      .filter(([key]) => due.has(key))
      .map(([key, days]) => [key, byDay(days, indexes)] as const);
    return Object.fromEntries(byKey);
  };

  return {
    /** From now on the row is known as well as the others. */
    cover: ({ index }: SubscribedRow) => covered.add(index),
    open: noteOpen,
    wasOpen: ({ key }: Period, index: number) => openBefore.get(key)?.has(index) === true,
    /** The latest recheck that is known of; 0 for none. */
    recheckedOn: ({ key }: Period, index: number) => rechecked.get(key)?.get(index) ?? 0,
    rechecked({ key }: Period, { index }: SubscribedRow, day: number) {
      const days = rechecked.get(key) ?? new Map<number, number>();
      rechecked.set(key, days);
      days.set(index, day);
    },
    /** @param rows all that get reports of the kind */
    standing(rows: readonly SubscribedRow[]): Standing | undefined {
      const known = rows.filter(isCovered);
      const through = known.reduce((last, { latest }) => (latest.first > last ? latest.first : last), before.through);
      for (const row of known) noteToCome(row, through);
      const own = new Set(known.map(({ index }) => index));
      const openRows = [...open].flatMap(([key, indexes]) => {
        const ranges = rangesOf([...indexes].filter((index) => own.has(index)).sort((a, b) => a - b));
        return ranges.length === 0 ? [] : [[key, ranges] as const];
      });
      const standing = {
        covered: rangesOf(known.map(({ index }) => index)),
        pending: known.length < rows.length,
        through,
        open: Object.fromEntries(openRows),
        rechecked: recheckedFrom(known),
      };
      // What was known before is still true.
      return sizeOf(standing) > LARGEST ? weakened(before, known.length === 0) : standing;
    },
  };

  function weakened(standing: Standing, isEmpty: boolean): Standing | undefined {
    return isEmpty || standing.covered.length === 0 ? undefined : { ...standing, pending: true };
  }
}

/** By the period's key, the latest recheck of each row. */
function recheckDays({ rechecked }: Standing): Map<string, Map<number, number>> {
  const found = new Map<string, Map<number, number>>();
  for (const [key, byDay] of Object.entries(rechecked)) {
    const days = new Map<number, number>();
    for (const [day, ranges] of Object.entries(byDay)) {
      for (const row of rowsIn(ranges)) days.set(row, Math.max(days.get(row) ?? 0, Number(day)));
    }
    found.set(key, days);
  }
  return found;
}

function byDay(days: ReadonlyMap<number, number>, indexes: readonly number[]): RowsByKey {
  const groups = Map.groupBy(
    indexes.filter((index) => days.has(index)),
    (index) => String(days.get(index)),
  );
  return Object.fromEntries([...groups].map(([day, rows]) => [day, rangesOf(rows)]));
}
