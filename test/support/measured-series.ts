import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { MEASURED_HOMES, type MeasuredHome } from './measured-homes.ts';

/** Average watts of each register in one interval; null where it was not heard. */
export interface MeasuredInterval {
  readonly startSeconds: number;
  readonly wattsByKey: ReadonlyMap<string, number | null>;
}

const linesByFile = new Map<string, readonly string[]>();

function linesOf(file: string): readonly string[] {
  const known = linesByFile.get(file) ?? gunzipSync(readFileSync(file)).toString().trim().split('\n');
  linesByFile.set(file, known);
  return known;
}

/** A home's intervals from one instant to another, as its file has them. */
export function measuredSeries(home: MeasuredHome, fromSeconds: number, toSeconds: number) {
  const folder = join(MEASURED_HOMES, home.name);
  const name = readdirSync(folder).find((file) => file.startsWith('w_'));
  if (name === undefined) throw new Error(`The measured home ${home.name} has no series.`);
  const [header = '', ...lines] = linesOf(join(folder, name));
  const [, ...keys] = header.split(',');
  const intervals = lines.flatMap((line): MeasuredInterval[] => {
    const startSeconds = Number(line.slice(0, line.indexOf(',')));
    if (startSeconds < fromSeconds || startSeconds >= toSeconds) return [];
    const [, ...cells] = line.split(',');
    const watts = keys.map((key, at): [string, number | null] => [key, cells[at] ? Number(cells[at]) : null]);
    return [{ startSeconds, wattsByKey: new Map(watts) }];
  });
  return { keys, intervals, intervalSeconds: name.includes('1min') ? 60 : 300 };
}

export type MeasuredSeries = ReturnType<typeof measuredSeries>;
