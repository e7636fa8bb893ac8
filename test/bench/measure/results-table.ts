import { renderTable } from '../../../infra/local/table.ts';
import type { Measured } from './interleaved.ts';
import { median } from './statistics.ts';

/** How many times as much CPU time one took as another, round by round and then in the middle. */
export function ratio(of: Measured, to: Measured): number {
  return median(of.cpuMs.map((cpuMs, round) => cpuMs / (to.cpuMs[round] ?? Number.NaN)));
}

/** A row for each candidate, with its CPU time as a multiple of the first one's; `more` are further cells by name. */
export function resultsTable(
  measured: readonly Measured[],
  title: string,
  more: { readonly title: string; readonly cellOf: (name: string) => string },
): string {
  const [first] = measured;
  if (first === undefined) return '';
  const rows = measured.map((one) => [
    one.name,
    median(one.cpuMs).toFixed(2),
    median(one.wallMs).toFixed(2),
    ratio(one, first).toFixed(2),
    more.cellOf(one.name),
  ]);
  return renderTable(rows, [
    { title },
    { title: 'CPU, ms', align: 'right' },
    { title: 'clock, ms', align: 'right' },
    { title: `× ${first.name}`, align: 'right' },
    { title: more.title, align: 'right' },
  ]);
}

/** Medians for a file that programs read. */
export const mediansOf = (measured: readonly Measured[]) =>
  measured.map(({ name, cpuMs, wallMs }) => ({ name, cpuMs: median(cpuMs), wallMs: median(wallMs) }));
