import { type LocationRef, locationPath } from '../../domain/location.ts';
import { type Period, parsePeriod } from '../../domain/time/period.ts';
import { reportId } from '../keys.ts';
import type { Subscription } from '../subscriptions.ts';
import type { DueReport, KindTick } from './kind-tick.ts';
import { rowsIn } from './row-ranges.ts';
import type { SheetRow } from './sheet.ts';
import type { Standing } from './standing.ts';
import { createStandingNotes } from './standing-notes.ts';

/** A location that gets reports of the kind in question. */
export interface SubscribedRow {
  readonly index: number;
  readonly ref: LocationRef;
  readonly zone: SheetRow['zone'];
  readonly subscription: Subscription;
  /** The latest period that has fallen due. */
  readonly latest: Period;
}

export interface SheetPlan {
  readonly due: readonly DueReport[];
  /** What is known from now on; undefined where nothing is. */
  readonly standing: Standing | undefined;
}

const MS_PER_HOUR = 3_600_000;

/** Finds what is due of one sheet's locations; whatever `known` says needs no look at the ledger. */
export async function planSheet(
  tick: KindTick,
  sheet: { readonly source: string; readonly fleet: string; readonly rows: readonly SheetRow[] },
  known: Standing | undefined,
): Promise<SheetPlan> {
  const rows = subscribedRows(tick, sheet);
  const covered = new Set(rowsIn(known?.covered ?? []));
  const questions = createQuestions();
  const notes = createStandingNotes(tick, known, covered);

  const strangers = rows.filter(({ index }) => !covered.has(index));
  const anchors = await tick.anchors.read(strangers.map(({ ref }) => ref));
  const missing: { readonly ref: LocationRef; readonly anchor: Period }[] = [];
  for (const row of strangers) {
    const { ref, zone, subscription } = row;
    const known = anchors.get(locationPath(ref)) ?? [];
    const anchor = tick.calendar.missingAnchor(known, zone, subscription.settings);
    if (anchor !== undefined) missing.push({ ref, anchor });
    else if (isSettled(tick, row, known)) notes.cover(row);
    const all = anchor === undefined ? known : [...known, anchor].sort((a, b) => (a.first < b.first ? -1 : 1));
    for (const period of tick.calendar.since(all, zone, subscription.settings)) questions.ask(period, row, true);
  }
  if (!tick.dryRun) await tick.anchors.set(missing);
  for (const row of rows) if (covered.has(row.index)) askOfCovered(tick, row, known, notes, questions);
  askOfOpen(tick, rows, known, notes, questions);

  const due: DueReport[] = [];
  for (const question of questions.all()) due.push(...(await answer(tick, question, notes)));
  return { due, standing: notes.standing(rows) };
}

function subscribedRows(tick: KindTick, sheet: Parameters<typeof planSheet>[1]): SubscribedRow[] {
  const { source, fleet } = sheet;
  return sheet.rows.flatMap(({ id, zone, rules }, index) => {
    const subscription = tick.subscriptionOf(sheet, rules);
    if (subscription === undefined) return [];
    const latest = tick.calendar.latest(zone, subscription.settings);
    return { index, ref: { source, fleet, id }, zone, subscription, latest };
  });
}

/**
 * Two planners that meet a location for the first time may find different periods the latest, and so set two anchors. No
 * planner takes an hour: when the latest period has been that for an hour, whoever still could set one sets the same. And
 * what is found of a covered location is found by its present start day alone, so that its first cycle must be over.
 */
function isSettled(
  { calendar, now }: KindTick,
  { latest, zone, subscription }: SubscribedRow,
  anchors: readonly Period[],
): boolean {
  const begins = anchors.length > 1 ? anchors.at(-1) : undefined;
  if (begins !== undefined && latest.first <= begins.last) return false;
  return now - calendar.dueAt(latest, zone, subscription.settings) >= MS_PER_HOUR;
}

type Notes = ReturnType<typeof createStandingNotes>;
type Questions = ReturnType<typeof createQuestions>;

function askOfCovered(
  { calendar }: KindTick,
  row: SubscribedRow,
  known: Standing | undefined,
  notes: Notes,
  questions: Questions,
): void {
  if (known === undefined) return;
  const { settings } = row.subscription;
  for (const period of calendar.after(known.through, row.zone, settings)) questions.ask(period, row, true);
  for (const { period, day } of calendar.rechecks(row.zone, settings)) {
    if (period.first > known.through || notes.wasOpen(period, row.index)) continue;
    if (notes.recheckedOn(period, row.index) < day) questions.ask(period, row, false);
  }
}

function askOfOpen(
  { calendar }: KindTick,
  rows: readonly SubscribedRow[],
  known: Standing | undefined,
  notes: Notes,
  questions: Questions,
): void {
  const byIndex = new Map(rows.map((row) => [row.index, row]));
  for (const [key, ranges] of Object.entries(known?.open ?? {})) {
    const period = parsePeriod(key);
    for (const index of rowsIn(ranges)) {
      const row = byIndex.get(index);
      if (row === undefined || calendar.isEmpty(period, row.zone)) continue;
      if (!calendar.isLookedAt(period, row.zone, row.subscription.settings)) continue;
      if (period.first > row.latest.first) notes.open(period, row);
      else questions.ask(period, row, true);
    }
  }
}

interface Question {
  readonly period: Period;
  readonly asked: {
    readonly row: SubscribedRow;
    /** False where only a recheck may be due. */
    readonly mayBeOpen: boolean;
    readonly id: string;
  }[];
}

function createQuestions() {
  const byPeriod = new Map<string, Question>();
  return {
    ask(period: Period, row: SubscribedRow, mayBeOpen: boolean): void {
      const question = byPeriod.get(period.key) ?? { period, asked: [] };
      byPeriod.set(period.key, question);
      question.asked.push({ row, mayBeOpen, id: reportId(row.ref, period) });
    },
    all: (): Iterable<Question> => byPeriod.values(),
  };
}

async function answer(tick: KindTick, { period, asked }: Question, notes: Notes): Promise<DueReport[]> {
  const { calendar, marks } = tick;
  const isFinished = await marks.finished(
    period,
    asked.map(({ id }) => id),
  );
  const due: DueReport[] = [];
  const add = ({ ref, zone, subscription }: SubscribedRow, recheckDay: number | undefined) => {
    const fallsDueAt = calendar.dueAt(period, zone, subscription.settings);
    due.push({ ref, timeZone: zone, period, dueAt: fallsDueAt, subscription, recheckDay });
  };
  const toRecheck: { readonly row: SubscribedRow; readonly id: string; readonly day: number }[] = [];
  for (const { row, id, mayBeOpen } of asked) {
    const day = calendar.recheckDay(period, row.zone, row.subscription.settings);
    if (isFinished(id)) {
      if (day !== undefined) toRecheck.push({ row, id, day });
    } else if (mayBeOpen) {
      add(row, undefined);
      notes.open(period, row);
    } else if (day !== undefined) {
      // It began after this period, of which it has no report.
      notes.rechecked(period, row, day);
    }
  }
  if (toRecheck.length === 0) return due;
  const recheckedOn = await marks.rechecked(
    period,
    toRecheck.map(({ id }) => id),
  );
  for (const { row, id, day } of toRecheck) {
    if (recheckedOn(id) >= day) notes.rechecked(period, row, day);
    else add(row, day);
  }
  return due;
}
