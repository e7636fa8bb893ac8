import { type Column, renderTable } from '../../../infra/local/table.ts';

/** A ratio that is to be reached, and what was measured. */
export interface Goal {
  readonly what: string;
  /** `×` of something else: at least so many times, or at most. */
  readonly bound: 'at least' | 'at most';
  readonly goal: number;
  readonly measured: number;
}

const COLUMNS: readonly Column[] = [
  { title: 'goal' },
  { title: 'wanted', align: 'right' },
  { title: 'measured', align: 'right' },
  { title: '' },
];

const isReached = ({ bound, goal, measured }: Goal): boolean =>
  bound === 'at least' ? measured >= goal : measured <= goal;

export function goalsTable(goals: readonly Goal[]): string {
  const rows = goals.map((goal) => [
    goal.what,
    `${goal.bound === 'at least' ? '≥' : '≤'} ${goal.goal.toFixed(2)}`,
    goal.measured.toFixed(2),
    isReached(goal) ? 'reached' : 'not reached',
  ]);
  return renderTable(rows, COLUMNS);
}
