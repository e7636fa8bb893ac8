import { throughMainsKWh } from '../energy/balance.ts';
import type { DayFacts } from '../energy/day-facts.ts';
import { isTurnedByGaps } from '../energy/gap-uncertainty.ts';
import { balanceToleranceKWh } from '../energy/other.ts';
import type { LocalDate } from '../time/local-date.ts';
import { alertNotes } from './alert-notes.ts';
import { gapNotes, registerNotes } from './data-notes.ts';
import type { Note } from './note.ts';
import { remarkNotes } from './remark-notes.ts';
import type { Totals } from './report.ts';
import { knownRegisters } from './report-registers.ts';
import type { Snapshot } from './snapshot.ts';
import { sumTotals, withheldTotals } from './withhold.ts';

/** Everything that a reader has to know about the figures, what needs a look first. */
export function notesFor(snapshot: Snapshot, totals: Totals): Note[] {
  const { days } = snapshot;
  const notes: Note[] = [
    ...standing(snapshot),
    ...gapNotes(days),
    ...registerNotes(days),
    ...remarkNotes(days),
    ...alertNotes(days),
    ...withheldNotes(days),
    ...otherNotes(snapshot, totals),
    ...clockChanges(days),
  ];
  return [...notes.filter((note) => note.attention), ...notes.filter((note) => !note.attention)];
}

/** What no gap but an unmeasured source hides has a note of its own. */
function withheldNotes(days: readonly DayFacts[]): Note[] {
  const isHidden = days.some(({ remarks }) => remarks.some(({ code }) => code === 'source_unmeasured'));
  return withheldTotals(sumTotals(days.map((day) => day.totals)))
    .filter(({ name }) => !(isHidden && (name === 'consumption' || name === 'other')))
    .map(({ name, uncertaintyKWh }): Note => ({ code: 'withheld', total: name, uncertaintyKWh, attention: true }));
}

function standing(snapshot: Snapshot): Note[] {
  const { days, revision, changes } = snapshot;
  const notes: Note[] = [];
  if (snapshot.provisional) notes.push({ code: 'provisional', attention: true });
  if (revision > 1) notes.push({ code: 'revision', revision, changedFigures: changes.length, attention: true });
  const registers = knownRegisters(days);
  if (registers.length > 0 && registers.every((register) => register.role !== 'main')) {
    notes.push({ code: 'no_mains', attention: false });
  }
  // A clamp may be turned around; a device says itself which way it counts.
  const isClamped = registers.some(({ role, hubId }) => role === 'battery' && hubId !== null);
  if (isClamped) notes.push({ code: 'battery_sign', attention: false });
  const hasGaps = days.some((day) => day.quality !== 'measured') && days.some((day) => day.quality !== 'missing');
  if (hasGaps) notes.push({ code: 'at_least', attention: true });
  return notes;
}

/** What set our Other beside the source's own; the first day of each kind speaks for all, with the period's sums. */
function otherNotes(snapshot: Snapshot, totals: Totals): Note[] {
  const { days, location } = snapshot;
  const notes: Note[] = [];
  const complete = days.every((day) => day.quality === 'measured');
  const asked = days.filter((day) => day.otherBasis !== 'not_applicable' && day.quality !== 'missing');
  const of = (basis: DayFacts['otherBasis']) => asked.filter((day) => day.otherBasis === basis);

  const literal = of('computed_source_is_literal');
  if (literal.length > 0) notes.push({ code: 'other_definition_line_side', ...both(literal), attention: false });
  const differs = of('computed_source_differs');
  // With gaps, the source stretches each hub's energy on its own: a difference is expected then and explains nothing.
  if (differs.length > 0)
    notes.push({ code: 'other_mismatch', ...both(differs), ...dateOf(differs, days), attention: complete });
  if (of('computed_source_silent').length > 0) notes.push({ code: 'other_missing', attention: false });
  if (asked.length > 0 && of('reported_by_source').length === asked.length) {
    notes.push({ code: 'other_reported_by_source', source: location.source, attention: false });
  }
  notes.push(...negativeOthers(days, totals));
  return notes;
}

function both(days: readonly DayFacts[]): { sourceKWh: number; computedKWh: number } {
  const sum = (of: (day: DayFacts) => number | null) => days.reduce((total, day) => total + (of(day) ?? 0), 0);
  return { sourceKWh: sum((day) => day.sourceOtherKWh), computedKWh: sum((day) => day.computedOtherKWh) };
}

const dateOf = (some: readonly DayFacts[], all: readonly DayFacts[]): { date?: LocalDate } =>
  some.length === 1 && all.length > 1 && some[0] !== undefined ? { date: some[0].date } : {};

function negativeOthers(days: readonly DayFacts[], totals: Totals): Note[] {
  const negative = days.filter((day) => {
    // A withheld figure is not shown, so its sign is nothing to speak of.
    const otherKWh = isTurnedByGaps(day.totals.other) ? null : day.totals.other.energyKWh;
    return otherKWh !== null && otherKWh < -tolerance(day);
  });
  if (negative.length > 3) {
    return [{ code: 'other_negative', energyKWh: sumOf(negative), attention: true }];
  }
  if (negative.length === 0 && totals.other.energyKWh !== null && totals.other.energyKWh < -0.5) {
    return [{ code: 'other_negative', energyKWh: totals.other.energyKWh, attention: true }];
  }
  return negative.map((day) => ({
    code: 'other_negative',
    date: day.date,
    energyKWh: day.totals.other.energyKWh ?? 0,
    attention: true,
  }));
}

const sumOf = (days: readonly DayFacts[]) => days.reduce((sum, day) => sum + (day.totals.other.energyKWh ?? 0), 0);

function tolerance(day: DayFacts): number {
  return balanceToleranceKWh({
    consumption: day.totals.consumption,
    throughMainsKWh: throughMainsKWh(day.registers),
  });
}

function clockChanges(days: readonly DayFacts[]): Note[] {
  return days
    .filter((day) => day.hours !== 24)
    .map((day) => ({ code: 'clock_change', date: day.date, hours: day.hours, attention: false }));
}
