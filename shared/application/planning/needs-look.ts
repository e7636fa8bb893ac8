import { parsePeriod } from '../../domain/time/period.ts';
import type { ReportSettings } from '../configuration.ts';
import type { KnownSheet } from './checkpoint.ts';
import type { KindTick } from './kind-tick.ts';
import { countIn } from './row-ranges.ts';
import type { Standing } from './standing.ts';

/** Whether something may be due of a sheet's locations that what is known does not account for; a look may find nothing. */
export function needsLook(tick: KindTick, sheet: KnownSheet): boolean {
  const settings = new Set(
    sheet.ruleSets.flatMap((rules) => tick.subscriptionOf(sheet, rules)?.settings ?? ([] as ReportSettings[])),
  );
  if (settings.size === 0) return false;
  const standing = sheet.standings[tick.kind];
  if (standing === undefined || standing.pending) return true;
  const openPeriods = Object.keys(standing.open).map(parsePeriod);
  const covered = countIn(standing.covered);
  return sheet.zones.some((zone) =>
    [...settings].some((own) => {
      const latest = tick.calendar.latest(zone, own);
      return (
        latest.first > standing.through ||
        openPeriods.some((period) => period.first <= latest.first && tick.calendar.isLookedAt(period, zone, own)) ||
        tick.calendar
          .rechecks(zone, own)
          .some(
            ({ period, day }) => period.first <= standing.through && recheckedRows(standing, period.key, day) < covered,
          )
      );
    }),
  );
}

function recheckedRows({ rechecked }: Standing, key: string, day: number): number {
  const byDay = Object.entries(rechecked[key] ?? {});
  return byDay.reduce((sum, [on, ranges]) => (Number(on) >= day ? sum + countIn(ranges) : sum), 0);
}
