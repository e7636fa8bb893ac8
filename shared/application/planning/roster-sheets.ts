import { locationPath } from '../../domain/location.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { ReportKind } from '../../domain/time/period.ts';
import type { Configuration } from '../configuration.ts';
import { sha256Hex } from '../keys.ts';
import type { LedgerParts } from '../ledger.ts';
import type { Clock, EnergySource, ListedLocation } from '../ports.ts';
import type { Problem } from '../problem.ts';
import { type FleetRoster, readFleets } from '../roster.ts';
import { ruleMatches } from '../subscriptions.ts';
import { type Checkpoint, type KnownSheet, readSheet } from './checkpoint.ts';
import { cutIntoSheets, encodeSheet, type RuleSet, rowsOfText, type Sheet, type SheetRow } from './sheet.ts';
import { shrunkLists } from './shrunk-lists.ts';
import { moveStanding, type Standing } from './standing.ts';

/** A sheet as this tick plans it. */
export interface RosterSheet {
  readonly known: KnownSheet;
  /** Its locations; undefined when what was kept of them is gone. */
  rows(): Promise<readonly SheetRow[] | undefined>;
  /** What to keep before a checkpoint may name it; undefined where that has been done. */
  readonly unkept: string | undefined;
}

export interface RosterSheets {
  readonly sheets: readonly RosterSheet[];
  readonly locations: number;
  /** Of locations that no report can be made of, and of fleets that lost many. */
  readonly unusable: readonly Problem[];
  /** Of lists that could not be read. */
  readonly missing: readonly Problem[];
  readonly listedAt: Instant;
}

export interface RosterParts extends LedgerParts {
  readonly configuration: Configuration;
  readonly sources: ReadonlyMap<string, EnergySource>;
  readonly clock: Clock;
  /** True where asking the ledger costs nothing, as in a folder: a tick of a small fleet then leaves nothing to the next. */
  readonly requestsAreFree?: boolean;
}

const MS_PER_HOUR = 3_600_000;

/**
 * How long a list of the fleets serves: a small fleet's is read for every tick, and each ten thousand locations make it
 * serve an hour longer, up to six.
 */
function listServesMs(locations: number): number {
  return locations < 2_500 ? 0 : Math.min(6, locations / 10_000) * MS_PER_HOUR;
}

/** Hash of the rules that say which locations get which reports, and from which day of the month a cycle runs. */
export function rulesHash({ reports }: Configuration): string {
  return sha256Hex(JSON.stringify(reports.map(({ match, kinds, settings }) => [match, kinds, settings.cycleStartDay])));
}

/** The sheets of the last checkpoint while its lists serve, otherwise of new lists, with what was known of them. */
export async function openRosterSheets(
  parts: RosterParts,
  rules: string,
  last: Checkpoint | undefined,
  mustList: boolean,
): Promise<RosterSheets> {
  if (last !== undefined && !mustList && last.rules === rules) {
    const locations = last.sheets.reduce((sum, { rows }) => sum + rows, 0);
    const ageMs = parts.clock.now() - last.listedAt;
    if (ageMs >= 0 && ageMs < listServesMs(locations)) {
      const sheets = last.sheets.map((known) => ({
        known,
        rows: () => readSheet(parts, known.sha256),
        unkept: undefined,
      }));
      return { sheets, locations, unusable: last.problems, missing: [], listedAt: last.listedAt };
    }
  }
  return await listAnew(parts, rules, last);
}

async function listAnew(parts: RosterParts, rules: string, last: Checkpoint | undefined): Promise<RosterSheets> {
  const before = new Map((last?.sheets ?? []).map((sheet) => [sheet.name, sheet]));
  const sameRules = last?.rules === rules;
  const unusable: Problem[] = [];
  const missing: Problem[] = [];
  const sheets: RosterSheet[] = [];
  for await (const fleet of readFleets(parts.configuration, parts.sources)) {
    missing.push(...fleet.problems);
    for (const sheet of cutIntoSheets(usableRows(fleet, parts.configuration, unusable))) {
      sheets.push(await withWhatWasKnown(parts, sheet, before.get(sheet.name), sameRules));
    }
  }
  const listedAt = parts.clock.now();
  const locations = sheets.reduce((sum, { known }) => sum + known.rows, 0);
  if (sameRules) {
    const unheard = (last?.sheets ?? []).filter(
      ({ source, fleet }) => !missing.some(({ about }) => about === `${source}/${fleet}`),
    );
    unusable.push(
      ...shrunkLists(
        unheard,
        sheets.map(({ known }) => known),
      ),
    );
  }
  return { sheets, locations, unusable, missing, listedAt };
}

/** @param unusable gets the locations that no report can be made of */
function usableRows({ source, fleet, locations }: FleetRoster, configuration: Configuration, unusable: Problem[]) {
  const ruleSetOf = createRuleSets(configuration, source, fleet);
  const rows: SheetRow[] = [];
  for (const listed of locations) {
    const { ref, location } = listed;
    if ('problem' in location) {
      unusable.push({ about: locationPath(ref), message: location.problem, retryable: false });
    } else rows.push({ id: ref.id, zone: location.timeZone, rules: ruleSetOf(listed) });
  }
  return { source, fleet, rows };
}

async function withWhatWasKnown(
  parts: RosterParts,
  sheet: Sheet,
  before: KnownSheet | undefined,
  sameRules: boolean,
): Promise<RosterSheet> {
  const { name, source, fleet, rows } = sheet;
  const { sha256, text, zones, zoneStarts, ruleSets } = encodeSheet(sheet);
  const isSame = before?.sha256 === sha256 && sameRules;
  const standings =
    before === undefined || isSame ? (before?.standings ?? {}) : await moved(parts, before, rows, sameRules);
  return {
    known: { name, source, fleet, sha256, rows: rows.length, zones, zoneStarts, ruleSets, standings },
    // As one text: a million of rows would take several times its room.
    rows: async () => rowsOfText(text),
    unkept: before?.sha256 === sha256 ? undefined : text,
  };
}

async function moved(
  parts: RosterParts,
  before: KnownSheet,
  rows: readonly SheetRow[],
  sameRules: boolean,
): Promise<KnownSheet['standings']> {
  const oldRows = await readSheet(parts, before.sha256);
  if (oldRows === undefined) return {};
  const newRows = new Map(rows.map(({ id }, row) => [id, row]));
  const newRowOf = (row: number) => newRows.get(oldRows[row]?.id ?? '');
  const kept = Object.entries(before.standings)
    // Another start day makes other cycles.
    .filter(([kind]) => sameRules || kind !== ('cycle' satisfies ReportKind))
    .map(([kind, standing]: [string, Standing]) => [kind, moveStanding(standing, newRowOf)]);
  return Object.fromEntries(kept);
}

/** Finds the rules that match a location of a fleet; locations that the same rules match share one list. */
function createRuleSets(
  { reports }: Configuration,
  source: string,
  fleet: string,
): (listed: ListedLocation) => RuleSet {
  const shared = new Map<string, RuleSet>();
  const ofFleet = reports.flatMap((rule, index) => {
    const { match } = rule;
    if (match.source !== source || match.fleet !== fleet) return [];
    return [{ rule, index, named: match.locations === '*' ? undefined : new Set(match.locations) }];
  });
  return (listed) => {
    const rules: number[] = [];
    for (const { rule, index, named } of ofFleet) {
      if (named?.has(listed.ref.id) !== false && ruleMatches(rule, listed)) rules.push(index);
    }
    const name = rules.join();
    const known = shared.get(name) ?? rules;
    shared.set(name, known);
    return known;
  };
}
