import type { DayFacts } from '../energy/day-facts.ts';
import type { DayRemark } from '../energy/day-readings.ts';
import type { Note } from './note.ts';
import { knownRegisters } from './report-registers.ts';

/** What sources say about how their values came about: each once, with the registers or slots that it is about. */
export function remarkNotes(days: readonly DayFacts[]): Note[] {
  const remarks = days.flatMap((day) => day.remarks);
  const of = (code: DayRemark['code']) => remarks.filter((remark) => remark.code === code);
  const labelled = (code: 'values_estimated' | 'side_assumed', attention: boolean): Note[] =>
    labelsOf(days, of(code)).map((label) => ({ code, label, attention }));
  const negativeSlots = of('load_negative').reduce((sum, { count }) => sum + (count ?? 1), 0);
  const longestSeconds = Math.max(0, ...of('intervals_divided').map(({ lengthSeconds }) => lengthSeconds ?? 0));
  return [
    ...(negativeSlots === 0 ? [] : [{ code: 'load_negative', slots: negativeSlots, attention: true } satisfies Note]),
    ...labelled('values_estimated', true),
    ...(of('intervals_divided').length === 0
      ? []
      : [{ code: 'intervals_divided', minutes: longestSeconds / 60, attention: false } satisfies Note]),
    ...labelled('side_assumed', false),
    ...(of('source_unmeasured').length === 0 ? [] : [{ code: 'source_unmeasured', attention: true } satisfies Note]),
  ];
}

function labelsOf(days: readonly DayFacts[], remarks: readonly DayRemark[]): string[] {
  const ids = [...new Set(remarks.map(({ registerId }) => registerId ?? ''))];
  const registers = knownRegisters(days);
  return ids.map((id) => registers.find((register) => register.id === id)?.label ?? id);
}
