import { parsePeriod } from '../../domain/time/period.ts';
import type { ReportSettings } from '../configuration.ts';
import type { KnownSheet } from './checkpoint.ts';
import type { KindTick } from './kind-tick.ts';
import { countIn } from './row-ranges.ts';

/** Whether something may be due of a sheet's locations that what is known does not account for; a look may find nothing. */
export function needsLook(tick: KindTick, sheet: KnownSheet): boolean {
  const settings = new Set(
    sheet.ruleSets.flatMap((rules) => tick.subscriptionOf(sheet, rules)?.settings ?? ([] as ReportSettings[])),
  );
  if (settings.size === 0) return false;
  const standing = sheet.standings[tick.kind];
  if (standing === undefined || standing.pending) return true;
  const open = Object.entries(standing.open).map(([key, rows]) => ({ period: parsePeriod(key), rows }));
  return sheet.zones.some((zone, index) => {
    const [first, last] = rowsOfZone(sheet, index);
    const covered = countIn(standing.covered, first, last);
    return [...settings].some((own) => {
      const latest = tick.calendar.latest(zone, own);
      return (
        latest.first > standing.through ||
        open.some(
          ({ period, rows }) =>
            period.first <= latest.first &&
            countIn(rows, first, last) > 0 &&
            tick.calendar.isLookedAt(period, zone, own),
        ) ||
        tick.calendar.rechecks(zone, own).some(({ period, day }) => {
          if (period.first > standing.through) return false;
          const byDay = Object.entries(standing.rechecked[period.key] ?? {});
          const done = byDay.reduce(
            (sum, [on, rows]) => (Number(on) >= day ? sum + countIn(rows, first, last) : sum),
            0,
          );
          return done < covered;
        })
      );
    });
  });
}

/** The rows of a zone stand together; where nobody noted where they begin, those of all zones count. */
function rowsOfZone({ zoneStarts, rows }: KnownSheet, index: number): [first: number, last: number] {
  if (zoneStarts === undefined) return [0, rows - 1];
  return [zoneStarts[index] ?? 0, (zoneStarts[index + 1] ?? rows) - 1];
}
