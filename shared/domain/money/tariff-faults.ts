import { type LocalDate, plusDays } from '../time/local-date.ts';
import { bandFaults } from './band-faults.ts';
import type { TariffVersion } from './tariff.ts';

/** Something in which a tariff contradicts itself, with its place below the tariff: `versions`, 1, `from`. */
export interface TariffFault {
  readonly path: readonly (string | number)[];
  readonly problem: string;
}

/** Everything that keeps an hour from having exactly one price, in versions in the order in which they were written. */
export function tariffFaults(versions: readonly TariffVersion[]): TariffFault[] {
  return [
    ...dateFaults(versions),
    ...versions.flatMap(({ bands }, index) =>
      bandFaults(bands).map(({ path, problem }) => ({ path: ['versions', index, ...path], problem })),
    ),
  ];
}

/** Puts versions into the order of their dates; one without an end ends where the next begins. */
export function inDateOrder(versions: readonly TariffVersion[]): TariffVersion[] {
  const sorted = [...versions].sort(byDate);
  return sorted.map((version, index) => {
    const next = sorted[index + 1];
    return version.to !== null || next === undefined ? version : { ...version, to: plusDays(next.from, -1) };
  });
}

interface Dated {
  readonly from: LocalDate;
  readonly to: LocalDate | null;
}

const byDate = (a: Dated, b: Dated) => (a.from === b.from ? 0 : a.from < b.from ? -1 : 1);

function dateFaults(versions: readonly Dated[]): TariffFault[] {
  const written = versions.map(({ from, to }, index) => ({ from, to, index }));
  const backwards = written
    .filter(({ from, to }) => to !== null && to < from)
    .map(({ index }) => ({ path: ['versions', index, 'to'], problem: 'lies before its from' }));
  const sorted = written.sort(byDate);
  const seams = sorted.slice(1).flatMap((version, index) => {
    const problem = seamProblem(sorted[index] ?? version, version);
    return problem === undefined ? [] : [{ path: ['versions', version.index, 'from'], problem }];
  });
  return [...backwards, ...seams];
}

function seamProblem(last: Dated & { readonly index: number }, next: Dated): string | undefined {
  if (last.from === next.from || (last.to !== null && last.to >= next.from)) {
    return `overlaps with versions[${last.index}]`;
  }
  if (last.to === null || plusDays(last.to, 1) === next.from) return undefined;
  return `leaves ${plusDays(last.to, 1)} to ${plusDays(next.from, -1)} without a price`;
}
