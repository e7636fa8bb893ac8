import type { Problem } from '../problem.ts';
import type { KnownSheet } from './checkpoint.ts';

/** Smaller fleets lose a fifth of their locations when one moves out. */
const FEWEST = 10;
const LARGEST_LOSS = 0.2;

/** Stands for the name of an error, which there is none of: the list itself was in order. */
export const SHRUNK_LIST = 'ShrunkList';

/**
 * What to say of fleets that lost more than a fifth of their usable locations since they were last listed: a source that
 * forgot them looks like that, and nobody would hear of the reports that are not made. It is said once.
 */
export function shrunkLists(before: readonly KnownSheet[], now: readonly KnownSheet[]): Problem[] {
  const held = rowsByFleet(before);
  const holds = rowsByFleet(now);
  return [...held].flatMap(([fleet, rows]): Problem[] => {
    const left = holds.get(fleet) ?? 0;
    if (rows < FEWEST || left >= rows * (1 - LARGEST_LOSS)) return [];
    const message = `The list of locations holds ${left} that reports can be made of, and held ${rows} before. Reports of those that are gone are made when they are back; if it is right, nothing is to be done`;
    return [{ about: fleet, message, retryable: true, code: SHRUNK_LIST }];
  });
}

function rowsByFleet(sheets: readonly KnownSheet[]): Map<string, number> {
  const rows = new Map<string, number>();
  for (const { source, fleet, rows: more } of sheets) {
    const name = `${source}/${fleet}`;
    rows.set(name, (rows.get(name) ?? 0) + more);
  }
  return rows;
}
