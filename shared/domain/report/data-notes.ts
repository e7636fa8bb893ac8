import type { DayFacts } from '../energy/day-facts.ts';
import { instantFromMs } from '../time/instant.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { Note } from './note.ts';
import { knownRegisters } from './report-registers.ts';

/** More gaps than this are counted, not listed. */
const LISTED_GAPS = 8;

/** A note for each stretch without data, longest first, and what is known about the hubs behind them. */
export function gapNotes(days: readonly DayFacts[]): Note[] {
  const empty = days.filter((day) => day.quality === 'missing');
  if (empty.length === days.length) return [{ code: 'no_data', attention: true }, ...silentHubs(days)];
  const gaps = days
    .filter((day) => day.quality !== 'missing')
    .flatMap((day) => day.gaps.map((gap) => ({ ...gap, date: day.date })))
    .sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const listed = gaps.slice(0, LISTED_GAPS).sort((a, b) => a.start - b.start);
  const more = gaps.length - listed.length;
  return [
    ...emptyStretches(days).map(emptyNote),
    ...listed.map((gap): Note => ({ code: 'gap', ...gap, attention: true })),
    ...(more > 0 ? [{ code: 'more_gaps', count: more, attention: true } satisfies Note] : []),
    ...silentHubs(days),
  ];
}

/** Days without any data, those in a row together. */
function emptyStretches(days: readonly DayFacts[]): LocalDate[][] {
  const stretches: LocalDate[][] = [];
  let open: LocalDate[] | undefined;
  for (const day of days) {
    if (day.quality !== 'missing') open = undefined;
    else if (open !== undefined) open.push(day.date);
    else {
      open = [day.date];
      stretches.push(open);
    }
  }
  return stretches;
}

function emptyNote(dates: readonly LocalDate[]): Note {
  const [first, last] = [dates[0], dates.at(-1)];
  if (first === undefined || last === undefined || first === last) {
    return { code: 'no_data', ...(first === undefined ? {} : { date: first }), attention: true };
  }
  return { code: 'no_data_days', date: first, lastDate: last, days: dates.length, attention: true };
}

function silentHubs(days: readonly DayFacts[]): Note[] {
  const latest = new Map<string, number | undefined>();
  for (const day of days) {
    for (const remark of day.remarks) {
      if (remark.code === 'hub_silent' && remark.hubId !== undefined) latest.set(remark.hubId, remark.lastHeardMs);
    }
  }
  return [...latest].map(([hubId, lastHeardMs]) => ({
    code: 'hub_silent',
    hubId,
    lastHeard: lastHeardMs === undefined ? null : instantFromMs(lastHeardMs),
    attention: true,
  }));
}

/** Registers that stayed silent while the place was heard, that nobody announced, or that are new in the period. */
export function registerNotes(days: readonly DayFacts[]): Note[] {
  const heard = days.filter((day) => day.quality !== 'missing');
  const notes: Note[] = [];
  for (const register of knownRegisters(heard)) {
    const silentDays = heard.filter((day) => energyOf(day, register.id) === null).length;
    if (silentDays > 0)
      notes.push({ code: 'register_silent', label: register.label, days: silentDays, attention: true });
  }
  const unknown = new Set(remarksOf(heard, 'register_unknown').map((remark) => remark.registerId ?? ''));
  for (const registerId of unknown) notes.push({ code: 'register_unknown', registerId, attention: false });
  const leftOut = new Set(remarksOf(heard, 'values_left_out').map((remark) => remark.registerId ?? ''));
  for (const registerId of leftOut)
    notes.push({ code: 'values_left_out', label: labelOf(heard, registerId), attention: true });
  return [...notes, ...addedRegisters(heard)];
}

function addedRegisters(days: readonly DayFacts[]): Note[] {
  const first = days[0];
  const last = days.at(-1);
  if (first === undefined || last === undefined) return [];
  return knownRegisters(days).flatMap((register): Note[] => {
    const createdMs = register.createdAt === null ? Number.NaN : Date.parse(register.createdAt);
    const day = days.find((candidate) => createdMs >= candidate.start && createdMs < candidate.end);
    return day === undefined
      ? []
      : [{ code: 'register_added', label: register.label, date: day.date, attention: false }];
  });
}

/** Null where the register was silent, undefined where the day does not know it. */
const energyOf = (day: DayFacts, id: string) => day.registers.find((register) => register.id === id)?.energyKWh;

const remarksOf = (days: readonly DayFacts[], code: DayFacts['remarks'][number]['code']) =>
  days.flatMap((day) => day.remarks.filter((remark) => remark.code === code));

const labelOf = (days: readonly DayFacts[], id: string) =>
  knownRegisters(days).find((register) => register.id === id)?.label ?? id;
