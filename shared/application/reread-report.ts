import { isComplete } from '../domain/energy/day-facts.ts';
import type { FigureChange } from '../domain/report/changes.ts';
import type { Instant } from '../domain/time/instant.ts';
import type { LocalDay } from '../domain/time/local-day.ts';
import { type Period, periodDays } from '../domain/time/period.ts';
import type { SenderSettings } from './configuration.ts';
import {
  notableChanges,
  readSnapshot,
  type SnapshotInput,
  type StoredSnapshot,
  storeSnapshot,
} from './ensure-snapshot.ts';
import type { ExtraParts } from './extra-readings.ts';
import { gatherComparisons } from './gather-comparisons.ts';
import { type GatherParts, gatherFacts } from './gather-facts.ts';
import { latestRevision, type ReportLedger } from './ledger.ts';
import { keepLogo, type LogoParts } from './logos.ts';
import type { LocationReader } from './ports.ts';
import type { Subscription } from './subscriptions.ts';

/** Which report is worked on, and what its location and its readers want of it. */
export interface ReportAbout {
  readonly reader: LocationReader;
  readonly period: Period;
  readonly subscription: Subscription;
  readonly due: Instant;
}

export interface RereadParts extends GatherParts {
  readonly sender: SenderSettings;
  /** Version of the time zone database that days are cut by. */
  readonly timeZoneDatabase: string;
}

/** A report's data as the source gives it now, beside the latest revision. */
export interface Reread {
  readonly before: StoredSnapshot;
  readonly latest: number;
  readonly input: SnapshotInput & { readonly before: StoredSnapshot };
  /** Empty when no reader would want to know. */
  readonly changes: readonly FigureChange[];
}

/**
 * Reads the data of a report once more.
 *
 * @param rereads the days that the source is asked about again, whatever the archive has
 * @returns undefined for a report that has no data yet
 */
export async function rereadReport(
  parts: RereadParts,
  ledger: ReportLedger,
  { reader, period, subscription, due }: ReportAbout,
  rereads: (day: LocalDay) => boolean,
): Promise<Reread | undefined> {
  const latest = latestRevision(ledger);
  const before = await readSnapshot(ledger, latest);
  if (before === undefined) return undefined;
  const days = periodDays(period, reader.location.timeZone);
  const facts = await gatherFacts(parts, reader, days, rereads, before.snapshot.days);
  const input = {
    location: reader.location,
    period,
    revision: latest + 1,
    provisional: !facts.every(isComplete),
    days: facts,
    subscription,
    sender: parts.sender,
    dueAt: due,
    timeZoneDatabase: parts.timeZoneDatabase,
    before,
  };
  return { before, latest, input, changes: notableChanges(input) };
}

/** Stores what was read as a new revision; the reason stays in the ledger. */
export async function storeRevision(
  parts: ExtraParts & LogoParts,
  ledger: ReportLedger,
  { reader, period, subscription }: ReportAbout,
  { input }: Reread,
  reason?: string,
): Promise<StoredSnapshot> {
  const comparisons = await gatherComparisons(parts, reader, period, input.days, subscription);
  await keepLogo(parts, subscription);
  return await storeSnapshot(ledger, { ...input, comparisons, ...(reason === undefined ? {} : { reason }) });
}
