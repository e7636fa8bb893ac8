import type { DayFacts } from '../../../shared/domain/energy/day-facts.ts';

/** What was asked of the child process, and what it found. */
export interface ReadingJob {
  readonly number: number;
  readonly reads: 'day' | 'list';
  readonly secure: boolean;
  /** For all requests of the case together: what hangs or drips is given up by the product's own clock. */
  readonly budgetMs: number;
}

export type Reading =
  | {
      readonly number: number;
      readonly error: string;
      readonly message: string;
      readonly shown: string;
      readonly isTyped: boolean;
    }
  | { readonly number: number; readonly figures: string; readonly marks: readonly string[] };

export interface ReadingSummary {
  readonly readings: readonly Reading[];
  readonly uncaught: readonly string[];
  /** The most memory that the process ever held, in bytes. */
  readonly peakBytes: number;
  /** The case that took longest, in milliseconds. */
  readonly slowest: { readonly number: number; readonly ms: number };
  readonly cpuSeconds: number;
  readonly isPolluted: boolean;
}

/** Every figure of a day and no word: two days with the same figures give the same text. */
export function figuresOf(facts: DayFacts): string {
  const { registers, totals, hourly, peak, baseLoadW, hours } = facts;
  const measured = registers.map(({ id, role, measuresGrid, energyKWh }) => ({ id, role, measuresGrid, energyKWh }));
  const byId = measured.sort((a, b) => (a.id < b.id ? -1 : 1));
  return JSON.stringify({ registers: byId, totals, hourly, peak, baseLoadW, hours });
}

/** What the day says against itself: each of these is told in the report. */
export function marksOf(facts: DayFacts): string[] {
  return [
    ...(facts.quality === 'measured' ? [] : [facts.quality]),
    ...facts.remarks.map((remark) => remark.code),
    ...(facts.otherBasis === 'reported_by_source' ? [] : [facts.otherBasis]),
    ...(facts.gaps.length === 0 ? [] : ['gaps']),
  ];
}
