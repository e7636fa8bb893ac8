/** How much of what may be long a mail lists; the attached file has all of it. */
export interface Limits {
  readonly circuits: number;
  /** Notes of a kind, and changed figures. */
  readonly lines: number;
  readonly days: number;
}

/** From what reads well down to what fits, however long the names are. */
export const LIMITS: readonly [Limits, ...Limits[]] = [
  { circuits: 40, lines: 15, days: 62 },
  { circuits: 20, lines: 10, days: 62 },
  { circuits: 10, lines: 5, days: 31 },
  { circuits: 5, lines: 3, days: 0 },
];

/** Mail programs cut off what is larger than about 102 kB. */
export const MAX_HTML_BYTES = 96_000;
