import type { Report, ReportDay } from '../../domain/report/report.ts';
import { isoWithOffset } from '../../domain/time/local-day.ts';
import { numberCell, shareCell, textCell } from './csv-cells.ts';
import { type CsvLine, linesOfDay } from './csv-lines.ts';
import { type CsvProfile, INTERCHANGE } from './csv-profile.ts';

const COLUMNS = [
  'location_id',
  'location',
  'timezone',
  'kind',
  'period',
  'date',
  'day_start',
  'day_end',
  'day_hours',
  'role',
  'register_id',
  'label',
  'energy_kwh',
  'coverage',
  'quality',
] as const;

const BYTE_ORDER_MARK = '\uFEFF';

/** The report as a tidy table, one row for each local day and line: UTF-8 with a byte order mark, lines ending in CRLF. */
export function renderCsv(report: Report, profile: CsvProfile = INTERCHANGE): Uint8Array {
  const { location, timeZone, kind } = report;
  const reportCells = [
    textCell(location.id),
    textCell(location.label),
    timeZone,
    kind,
    report.period.replace('/', '_'),
  ];
  const rows = report.days.flatMap((day) => {
    const dayCells = [...reportCells, ...cellsOfDay(day, report, profile)];
    return linesOfDay(day).map((line) => [...dayCells, ...cellsOfLine(line, profile)]);
  });
  const text = [COLUMNS, ...rows].map((cells) => `${cells.join(profile.delimiter)}\r\n`).join('');
  return new TextEncoder().encode(BYTE_ORDER_MARK + text);
}

function cellsOfDay(day: ReportDay, { timeZone }: Report, profile: CsvProfile): string[] {
  const instants = [day.start, day.end].map((instant) => isoWithOffset(instant, timeZone));
  return [day.date, ...instants, numberCell(day.hours, profile)];
}

function cellsOfLine({ role, register, energyKWh, coverage, quality }: CsvLine, profile: CsvProfile): string[] {
  const names = register === null ? ['', ''] : [textCell(register.id), textCell(register.label)];
  return [role, ...names, numberCell(energyKWh, profile), shareCell(coverage, profile), quality];
}
