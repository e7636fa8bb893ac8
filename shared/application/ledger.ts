import type { LocationRef } from '../domain/location.ts';
import type { Instant } from '../domain/time/instant.ts';
import type { Period } from '../domain/time/period.ts';
import { ArchiveConflictError } from '../errors.ts';
import { createOnce, type Pauses } from './create-once.ts';
import { jsonOrNothing } from './json-or-nothing.ts';
import { ledgerPrefix } from './keys.ts';
import type { NewOwnerToken, ObjectStore } from './ports.ts';

/**
 * The ledger of one report: small objects, each created once and never changed, whose existence is the report's state.
 *
 * `plan` the period is known, and could not be reported on at once · `r1/snapshot` the one truth to render from ·
 * `r1/archived` the commit record of the files, where no claim of a mail is · `mail/<intent>/claim-1` somebody is about to
 * send · `sent-1` it was taken · `refused-1` it was certainly not taken · `event-1` the mail service says that it sent it ·
 * `done-1` it ended in another way than by going out
 */
export interface ReportLedger {
  /** Names of the entries below the report's prefix. */
  readonly entries: ReadonlySet<string>;
  /** Creates an entry with a random owner in it; `mine` false means that somebody else came first. */
  create(name: string, body: LedgerBody): Promise<{ readonly mine: boolean; readonly body: LedgerBody }>;
  read(name: string): Promise<{ readonly body: LedgerBody; readonly storedAt: Instant } | undefined>;
}

export type LedgerBody = Readonly<Record<string, unknown>>;

export interface LedgerParts {
  readonly ledger: ObjectStore;
  readonly newOwner: NewOwnerToken;
  readonly pauses: Pauses;
}

/** Whatever else is known of a report, but for its plan, came after it. */
export const FIRST_SNAPSHOT = 'r1/snapshot';

/** Lists what the ledger holds of a report; one request, whatever the report's state. */
export async function openLedger(parts: LedgerParts, ref: LocationRef, period: Period): Promise<ReportLedger> {
  return await createLedger(parts, ledgerPrefix(ref, period));
}

/**
 * The same for a report that is most likely new: to ask for its first snapshot costs a twelfth of what a list costs, and
 * where there is none, there is no more than a plan, which then is not among the entries.
 */
export async function openNewLedger(parts: LedgerParts, ref: LocationRef, period: Period): Promise<ReportLedger> {
  const prefix = ledgerPrefix(ref, period);
  const isNew = (await parts.ledger.get(prefix + FIRST_SNAPSHOT)) === undefined;
  return isNew ? withEntries(parts, prefix, new Set()) : await createLedger(parts, prefix);
}

/** The same for a report that most likely has one revision at most: of that one, the entries have the snapshot alone. */
export async function openUnrevisedLedger(parts: LedgerParts, ref: LocationRef, period: Period): Promise<ReportLedger> {
  const prefix = ledgerPrefix(ref, period);
  const isUnrevised = (await parts.ledger.get(`${prefix}r2/snapshot`)) === undefined;
  return isUnrevised ? withEntries(parts, prefix, new Set([FIRST_SNAPSHOT])) : await createLedger(parts, prefix);
}

/** The same, for a report whose place in the ledger is known. */
export async function createLedger(parts: LedgerParts, prefix: string): Promise<ReportLedger> {
  const entries = new Set<string>();
  for await (const key of parts.ledger.list(prefix)) entries.add(key.slice(prefix.length));
  return withEntries(parts, prefix, entries);
}

function withEntries(parts: LedgerParts, prefix: string, entries: Set<string>): ReportLedger {
  return {
    entries,
    async create(name, body) {
      const bytes = encodeEntry({ owner: parts.newOwner(), ...body });
      const created = await createOnce(parts.ledger, prefix + name, bytes, 'application/json', parts.pauses);
      entries.add(name);
      return { mine: created.mine, body: created.mine ? body : decodeEntry(created.bytes, prefix + name) };
    },
    async read(name) {
      const object = await parts.ledger.get(prefix + name);
      return object === undefined
        ? undefined
        : { body: decodeEntry(object.bytes, prefix + name), storedAt: object.storedAt };
    },
  };
}

/** The latest revision that has a snapshot; 0 before the first. */
export function latestRevision(ledger: ReportLedger): number {
  let latest = 0;
  for (const entry of ledger.entries) {
    const revision = /^r(\d+)\/snapshot$/.exec(entry)?.[1];
    if (revision !== undefined) latest = Math.max(latest, Number(revision));
  }
  return latest;
}

export function encodeEntry(body: LedgerBody): Uint8Array {
  return Buffer.from(`${JSON.stringify(body)}\n`);
}

/**
 * Reads an entry.
 * @param key where it lies, for the error
 * @throws ArchiveConflictError for bytes that nobody of ours has written
 */
export function decodeEntry(bytes: Uint8Array, key = 'An entry of the ledger'): LedgerBody {
  const body = jsonOrNothing(Buffer.from(bytes).toString('utf8'));
  if (typeof body === 'object' && body !== null) return body as LedgerBody;
  throw new ArchiveConflictError(
    `${key} is damaged: restore it from a copy or an earlier version; until then nothing that needs it is made or mailed.`,
  );
}
