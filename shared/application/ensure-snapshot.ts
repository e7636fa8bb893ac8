import type { Branding } from '../domain/branding/branding.ts';
import type { DayFacts } from '../domain/energy/day-facts.ts';
import type { Location } from '../domain/location.ts';
import { buildReport } from '../domain/report/build-report.ts';
import { changesBetween, type FigureChange } from '../domain/report/changes.ts';
import type { ComparisonData, Snapshot } from '../domain/report/snapshot.ts';
import type { Instant } from '../domain/time/instant.ts';
import type { Period } from '../domain/time/period.ts';
import type { BrandingSettings, SenderSettings } from './configuration.ts';
import { sha256Hex } from './keys.ts';
import { decodeEntry, encodeEntry, type LedgerBody, type ReportLedger } from './ledger.ts';
import type { Subscription } from './subscriptions.ts';

/** A snapshot as the ledger holds it, with the hash of its stored form. */
export interface StoredSnapshot {
  readonly snapshot: Snapshot;
  readonly sha256: string;
  /** Why an operator had the data read again for it; undefined for any other snapshot. */
  readonly reason: string | undefined;
}

export const snapshotEntry = (revision: number) => `r${revision}/snapshot`;

/** Reads a revision's snapshot; undefined when it has none. */
export async function readSnapshot(ledger: ReportLedger, revision: number): Promise<StoredSnapshot | undefined> {
  if (!ledger.entries.has(snapshotEntry(revision))) return undefined;
  const stored = await ledger.read(snapshotEntry(revision));
  return stored === undefined ? undefined : fromBody(stored.body);
}

export interface SnapshotInput {
  readonly location: Location;
  readonly period: Period;
  readonly revision: number;
  readonly provisional: boolean;
  readonly days: readonly DayFacts[];
  readonly comparisons?: ComparisonData | undefined;
  readonly subscription: Subscription;
  readonly sender: SenderSettings;
  readonly dueAt: Instant;
  readonly timeZoneDatabase: string;
  /** The revision before, to list what differs. */
  readonly before: StoredSnapshot | undefined;
  /** Kept beside the snapshot, for operators alone: nothing that a reader sees comes of it. */
  readonly reason?: string;
}

/** Stores a revision's snapshot, or takes the one that somebody else stored first: everybody renders from the winner. */
export async function storeSnapshot(ledger: ReportLedger, input: SnapshotInput): Promise<StoredSnapshot> {
  const first = snapshotOf(input);
  const snapshot = input.before === undefined ? first : { ...first, changes: changesSince(input.before, first) };
  const { reason } = input;
  const beside = reason === undefined ? {} : { reason };
  const { body } = await ledger.create(snapshotEntry(input.revision), { ...beside, ...snapshot });
  return fromBody(body);
}

/** What a reader would want to know of the difference to the revision before. */
export function notableChanges(input: SnapshotInput & { readonly before: StoredSnapshot }): FigureChange[] {
  return changesSince(input.before, snapshotOf(input));
}

function snapshotOf(input: SnapshotInput): Snapshot {
  const { location, period, days, comparisons, subscription, sender } = input;
  const { tariff, emissionFactor, branding } = subscription.settings;
  return {
    schema: 1,
    location,
    kind: period.kind,
    period: period.key,
    revision: input.revision,
    provisional: input.provisional,
    days,
    presentation: {
      locale: subscription.settings.locale,
      organization: sender.organization,
      contact: branding?.contact ?? sender.replyTo,
      ...(branding === undefined ? {} : { branding: lookOf(branding) }),
    },
    readAt: days.reduce((latest, day) => (day.readAt > latest ? day.readAt : latest), days[0]?.readAt ?? input.dueAt),
    dueAt: input.dueAt,
    timeZoneDatabase: input.timeZoneDatabase,
    changes: [],
    ...(comparisons === undefined ? {} : { comparisons }),
    ...(tariff === null ? {} : { tariff }),
    ...(emissionFactor === null ? {} : { emissionFactor }),
  };
}

function lookOf({ accent, footer, logo }: BrandingSettings): Branding {
  return { accent, footer, logo: logo && { sha256: logo.sha256, mediaType: logo.mediaType } };
}

function changesSince(before: StoredSnapshot, after: Snapshot) {
  return changesBetween(buildReport(before.snapshot, before.sha256), buildReport(after, ''));
}

// The hash is taken of the snapshot's content, without what lies beside it: the same content has the same hash on any host.
function fromBody(body: LedgerBody): StoredSnapshot {
  const { owner: _owner, reason, ...content } = body;
  const bytes = encodeEntry(content);
  return {
    snapshot: decodeEntry(bytes) as unknown as Snapshot,
    sha256: sha256Hex(bytes),
    reason: typeof reason === 'string' ? reason : undefined,
  };
}
