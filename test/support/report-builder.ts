import { summariseDay } from '../../shared/domain/energy/summarise-day.ts';
import type { EmissionFactor } from '../../shared/domain/money/emissions.ts';
import type { Tariff } from '../../shared/domain/money/tariff.ts';
import { buildReport } from '../../shared/domain/report/build-report.ts';
import type { FigureChange } from '../../shared/domain/report/changes.ts';
import type { Report } from '../../shared/domain/report/report.ts';
import type { Snapshot } from '../../shared/domain/report/snapshot.ts';
import { instantFromMs } from '../../shared/domain/time/instant.ts';
import { parsePeriod, periodDays } from '../../shared/domain/time/period.ts';
import { parseTimeZone } from '../../shared/domain/time/time-zone.ts';
import { type ComparedHouses, comparisonsOfHouse } from './compared-houses.ts';
import { type House, readingsOf } from './house.ts';

/** What a report is asked to be about; everything has a default. */
export interface ReportWishes {
  readonly period?: string;
  readonly timeZone?: string;
  readonly locale?: string;
  readonly locationId?: string;
  readonly label?: string;
  readonly organization?: string;
  readonly contact?: string | null;
  readonly house?: House;
  readonly revision?: number;
  readonly provisional?: boolean;
  readonly changes?: readonly FigureChange[];
  /** The same house at other times; without it there is nothing to compare with. */
  readonly compared?: ComparedHouses;
  readonly tariff?: Tariff;
  readonly emissionFactor?: EmissionFactor;
}

/** The snapshot of an invented house: October 2026 in Chicago with mains, solar and five circuits unless asked otherwise. */
export function aSnapshot(wishes: ReportWishes = {}): Snapshot {
  const timeZone = parseTimeZone(wishes.timeZone ?? 'America/Chicago');
  const period = parsePeriod(wishes.period ?? '2026-10');
  const days = periodDays(period, timeZone);
  const end = days.at(-1)?.end ?? 0;
  const readAt = instantFromMs(end + 6 * 3_600_000);
  const facts = days.map((day) => summariseDay(readingsOf(wishes.house ?? {}, day), readAt));
  return {
    schema: 1,
    location: {
      source: 'curb',
      fleet: 'curb',
      id: wishes.locationId ?? '4d6874eb-2499-41dc-88ce-2dc570099f5e',
      label: wishes.label ?? 'Main House',
      timeZone,
      city: 'Austin',
      state: 'TX',
      country: 'USA',
    },
    kind: period.kind,
    period: period.key,
    revision: wishes.revision ?? 1,
    provisional: wishes.provisional ?? false,
    days: facts,
    presentation: {
      locale: wishes.locale ?? 'en-GB',
      organization: wishes.organization ?? 'Example Energy',
      contact: wishes.contact === undefined ? 'help@example.com' : wishes.contact,
    },
    readAt,
    dueAt: readAt,
    timeZoneDatabase: '2026c',
    changes: wishes.changes ?? [],
    ...(wishes.compared === undefined
      ? {}
      : { comparisons: comparisonsOfHouse(wishes.compared, period, timeZone, facts) }),
    ...(wishes.tariff === undefined ? {} : { tariff: wishes.tariff }),
    ...(wishes.emissionFactor === undefined ? {} : { emissionFactor: wishes.emissionFactor }),
  };
}

/** The report of such a snapshot; `overrides` replace whole parts of it for what no real day would bring. */
export function aReport(wishes: ReportWishes = {}, overrides: Partial<Report> = {}): Report {
  return { ...buildReport(aSnapshot(wishes), 'a1b2c3d4e5f60718'.repeat(4)), ...overrides };
}
