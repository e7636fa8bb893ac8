import type { Report } from '../../domain/report/report.ts';

/** Nobody prints more; what does not fit is in the CSV. */
const PAGE_LIMIT = 20;
const DAYS_ON_A_PAGE = 48;

/** The last page that each section of open length may reach. */
export interface PageBudget {
  readonly changes: number;
  readonly circuits: number;
  readonly notes: number;
  readonly registers: number;
}

/** Shares the pages out: the days have theirs for certain, and what stands before them gets the rest. */
export function pageBudget(report: Report): PageBudget {
  const dayPages = Math.ceil(report.days.length / DAYS_ON_A_PAGE);
  const methodPages = 1;
  const registers = PAGE_LIMIT - dayPages - methodPages;
  const notes = registers - 1;
  const heatMapAndSums = 2;
  return { changes: 4, circuits: notes - heatMapAndSums - 1, notes, registers };
}
