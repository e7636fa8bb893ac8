import { instantFromMs } from '../../domain/time/instant.ts';
import type { ReportKind } from '../../domain/time/period.ts';
import type { Configuration } from '../configuration.ts';
import type { Problem } from '../problem.ts';
import { type Subscription, subscriptionsOf } from '../subscriptions.ts';
import { createAnchorBook } from './anchor-book.ts';
import {
  type Checkpoint,
  type KnownSheet,
  keepSheet,
  type LatestCheckpoint,
  readCheckpoint,
  writeCheckpoint,
} from './checkpoint.ts';
import { createCalendar, type DueReport, type KindTick } from './kind-tick.ts';
import { createLedgerMarks } from './ledger-marks.ts';
import { needsLook } from './needs-look.ts';
import { planSheet } from './plan-sheet.ts';
import { openRosterSheets, type RosterParts, type RosterSheet, type RosterSheets, rulesHash } from './roster-sheets.ts';
import type { SheetRow } from './sheet.ts';
import type { Standing } from './standing.ts';
import { isToCome } from './time-to-come.ts';

/** How many periods back a tick looks; whatever is still open behind that stays in the ledger's status. */
export const PERIODS_LOOKED_BACK: Readonly<Record<ReportKind, number>> = {
  daily: 92,
  weekly: 26,
  monthly: 24,
  cycle: 24,
};

const KINDS: readonly ReportKind[] = ['daily', 'weekly', 'monthly', 'cycle'];

/** So many requests are made again by every tick rather than written down. */
const REQUESTS_BEFORE_CHECKPOINT = 2;

/** From so many locations on, what a tick finds out is written down in any case. */
const ALWAYS_CHECKPOINT_FROM = 2_500;

export interface TickPart {
  readonly due: readonly DueReport[];
  readonly problems: readonly Problem[];
}

/** One tick, sheet by sheet, so that a fleet of any size takes the memory of one of its sheets. */
export async function* planTick(parts: RosterParts, dryRun: boolean): AsyncGenerator<TickPart> {
  const { number, checkpoint } = await readCheckpoint(parts);
  // What a tick of a time to come has found out says nothing of the present.
  const isOfNoUse = checkpoint !== undefined && isToCome(checkpoint.listedAt, parts.clock.now());
  yield* planFrom(parts, dryRun, { number, checkpoint: isOfNoUse ? undefined : checkpoint }, false);
}

async function* planFrom(
  parts: RosterParts,
  dryRun: boolean,
  last: LatestCheckpoint,
  mustList: boolean,
): AsyncGenerator<TickPart> {
  const rules = rulesHash(parts.configuration);
  // A person who asks for a plan is told of the fleets as they are.
  const roster = await openRosterSheets(parts, rules, last.checkpoint, dryRun || mustList);
  yield { due: [], problems: [...roster.missing, ...roster.unusable] };

  const kinds = kindTicks(parts, roster, dryRun);
  const sheets: KnownSheet[] = [];
  for (const sheet of roster.sheets) {
    const standings: Partial<Record<ReportKind, Standing>> = { ...sheet.known.standings };
    let rows: readonly SheetRow[] | undefined;
    for (const tick of kinds) {
      if (!needsLook(tick, sheet.known)) continue;
      rows ??= await sheet.rows();
      if (rows === undefined) {
        // What was found until here may be found once more, which does no harm.
        yield* planFrom(parts, dryRun, withoutSheet(last, sheet.known), true);
        return;
      }
      const { source, fleet } = sheet.known;
      const { due, standing } = await planSheet(tick, { source, fleet, rows }, standings[tick.kind]);
      if (standing === undefined) delete standings[tick.kind];
      else standings[tick.kind] = standing;
      if (due.length > 0) yield { due, problems: [] };
    }
    sheets.push({ ...sheet.known, standings });
  }
  if (dryRun) return;
  const requests = kinds.reduce((sum, { marks, anchors }) => sum + marks.requests() + anchors.requests(), 0);
  const isCheap = parts.requestsAreFree === true || requests <= REQUESTS_BEFORE_CHECKPOINT;
  if (roster.locations < ALWAYS_CHECKPOINT_FROM && isCheap) return;
  const checkpoint = checkpointOf(rules, roster, sheets, last.checkpoint);
  if (!differs(last.checkpoint, checkpoint)) return;
  await keepSheets(parts, roster.sheets);
  await writeCheckpoint(parts, last.number, checkpoint);
}

/** Nothing is known of a sheet's locations when nobody can tell any more which they were. */
function withoutSheet({ number, checkpoint }: LatestCheckpoint, { name }: KnownSheet): LatestCheckpoint {
  const sheets = checkpoint?.sheets.filter((sheet) => sheet.name !== name) ?? [];
  return { number, checkpoint: checkpoint && { ...checkpoint, sheets } };
}

/** What was known of fleets whose lists were not read whole stays as it was, and the next tick lists them again. */
function checkpointOf(
  rules: string,
  roster: RosterSheets,
  sheets: readonly KnownSheet[],
  last: Checkpoint | undefined,
): Checkpoint {
  const { missing, unusable, listedAt } = roster;
  const isMissing = ({ source, fleet }: KnownSheet) =>
    missing.some(({ about }) => `${about}/`.startsWith(`${source}/${fleet}/`));
  return {
    schema: 1,
    rules,
    listedAt: missing.length === 0 ? listedAt : NEVER,
    problems: unusable,
    sheets: [...sheets.filter((sheet) => !isMissing(sheet)), ...(last?.sheets ?? []).filter(isMissing)],
  };
}

const NEVER = instantFromMs(0);

function kindTicks(parts: RosterParts, { locations }: RosterSheets, dryRun: boolean): KindTick[] {
  const now = parts.clock.now();
  const subscriptions = createSubscriptionsBySet(parts.configuration);
  return KINDS.filter((kind) => parts.configuration.reports.some(({ kinds }) => kinds.includes(kind))).map((kind) => ({
    kind,
    now,
    dryRun,
    marks: createLedgerMarks(parts, locations),
    anchors: createAnchorBook(parts, kind, locations),
    subscriptionOf: (fleet, rules) => subscriptions(fleet, rules).get(kind),
    calendar: createCalendar(kind, now, PERIODS_LOOKED_BACK[kind]),
  }));
}

/** Works out once what locations get that the same rules match. */
function createSubscriptionsBySet({ reports, ...configuration }: Configuration) {
  const known = new Map<readonly number[], Map<ReportKind, Subscription>>();
  return ({ source, fleet }: { readonly source: string; readonly fleet: string }, rules: readonly number[]) => {
    const made = known.get(rules);
    if (made !== undefined) return made;
    const matching = reports.filter((_, index) => rules.includes(index));
    const forAll = matching.map((rule) => ({
      ...rule,
      match: { source, fleet, locations: '*' as const, fields: {} },
    }));
    const subscriptions = subscriptionsOf(
      { ...configuration, reports: forAll },
      {
        ref: { source, fleet, id: '' },
        fields: {},
      },
    );
    known.set(rules, subscriptions);
    return subscriptions;
  };
}

function differs(before: Checkpoint | undefined, after: Checkpoint): boolean {
  return before === undefined || JSON.stringify(before) !== JSON.stringify(after);
}

/** Some at a time: the first checkpoint of a large fleet names hundreds. */
async function keepSheets(parts: RosterParts, sheets: readonly RosterSheet[]): Promise<void> {
  const unkept = sheets.flatMap(({ known, unkept: text }) =>
    text === undefined ? [] : [{ sha256: known.sha256, text }],
  );
  for (const { sha256, text } of unkept) await keepSheet(parts, sha256, text);
}
