import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseTimeZone, type TimeZone } from '../../shared/domain/time/time-zone.ts';

/** Where real homes with totals computed by somebody else may lie; the tests that want them do without when they are not there. */
export const MEASURED_HOMES = process.env['METERPOST_HOMES'] ?? resolve(import.meta.dirname, '../../../shared/homes');

export interface MeasuredHome {
  /** The folder's name. */
  readonly name: string;
  readonly id: string;
  readonly timeZone: TimeZone;
  readonly registers: readonly {
    readonly id: string;
    readonly key: string;
    readonly grid: boolean;
    readonly production: boolean;
  }[];
  /** One record a local day, by the column names of `expected_daily.csv`. */
  expectedDays(): Readonly<Record<string, string>>[];
}

/** The homes of the folder; none where it is missing. */
export function measuredHomes(): MeasuredHome[] {
  if (!existsSync(MEASURED_HOMES)) return [];
  const names = readdirSync(MEASURED_HOMES).filter((name) => existsSync(join(MEASURED_HOMES, name, 'site.json')));
  return names.map((name) => {
    const read = (file: string) => readFileSync(join(MEASURED_HOMES, name, file), 'utf8');
    return {
      name,
      id: JSON.parse(read('site.json')).id,
      timeZone: parseTimeZone(JSON.parse(read('site.json')).timezone),
      registers: JSON.parse(read('registers.json')),
      expectedDays() {
        const [header = '', ...lines] = read('expected_daily.csv').trim().split(/\r?\n/);
        const columns = header.split(',');
        return lines.map((line) =>
          Object.fromEntries(line.split(',').map((cell, index) => [columns[index] ?? '', cell])),
        );
      },
    };
  });
}
