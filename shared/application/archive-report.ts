import type { LocationRef } from '../domain/location.ts';
import { buildReport } from '../domain/report/build-report.ts';
import type { Report } from '../domain/report/report.ts';
import type { Period } from '../domain/time/period.ts';
import { ArchiveConflictError } from '../errors.ts';
import { createOnce, type Pauses } from './create-once.ts';
import type { StoredSnapshot } from './ensure-snapshot.ts';
import { artefactKey, sha256Hex } from './keys.ts';
import type { LedgerBody, ReportLedger } from './ledger.ts';
import { readLogo } from './logos.ts';
import type { ArtefactFormat, ObjectStore, ReportRenderer } from './ports.ts';

export const ARTEFACT_FORMATS: readonly ArtefactFormat[] = ['pdf', 'csv', 'json'];

const CONTENT_TYPES: Readonly<Record<ArtefactFormat, string>> = {
  pdf: 'application/pdf',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
};

export interface Artefact {
  readonly key: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** A revision whose files are all in the archive, told by their hashes. */
export interface ArchivedReport {
  readonly report: Report;
  readonly artefacts: Readonly<Record<ArtefactFormat, Artefact>>;
  /** True while the ledger does not name the files: the next claim of a mail does, or else `commitUnlessClaimed`. */
  readonly isUncommitted?: boolean;
}

export interface ArchiveParts {
  readonly archive: ObjectStore;
  readonly renderer: ReportRenderer;
  readonly pauses: Pauses;
}

const archivedEntry = (revision: number) => `r${revision}/archived`;

const CLAIM = /^mail\/[^/]+\/claim-\d+$/;

/** Whether somebody has begun to mail the report to anybody, from the names of its entries. */
export const isAnyMailClaimed = (entries: Iterable<string>): boolean => [...entries].some((entry) => CLAIM.test(entry));

/** The latest revision whose files are in the archive, from the names of a report's entries; 0 for none. */
export function latestArchived(entries: readonly string[]): number {
  // Nobody claims a mail before there are files.
  const least = isAnyMailClaimed(entries) ? 1 : 0;
  return Math.max(least, ...entries.map((entry) => Number(/^r(\d+)\/archived$/.exec(entry)?.[1] ?? 0)));
}

export const isArchived = (entries: readonly string[]): boolean => latestArchived(entries) > 0;

/**
 * Renders a snapshot into the archive, and commits by an entry that names the files: files count only through it.
 * Doing it again, or at the same time elsewhere, leaves the same bytes.
 *
 * @param commit `by-claim` where a mail is about to be claimed: the claim then is the commit record of a first revision
 * @throws ArchiveConflictError when the archive holds other bytes under one of the keys
 */
export async function archiveReport(
  parts: ArchiveParts,
  ledger: ReportLedger,
  ref: LocationRef,
  period: Period,
  stored: StoredSnapshot,
  commit: 'at-once' | 'by-claim' = 'at-once',
): Promise<ArchivedReport> {
  const report = buildReport(stored.snapshot, stored.sha256);
  const committed = await readCommit(ledger, report.revision);
  if (committed !== undefined) return { report, artefacts: committed };
  const artefacts: Partial<Record<ArtefactFormat, Artefact>> = {};
  const logo = await readLogo(parts, report);
  for (const format of ARTEFACT_FORMATS) {
    const bytes = await parts.renderer.render(report, format, logo);
    const key = artefactKey(ref, period, report.revision, format);
    artefacts[format] = await archiveFile(parts, key, bytes, format);
  }
  const archived = { report, artefacts: artefacts as ArchivedReport['artefacts'], isUncommitted: true };
  const mayWait = commit === 'by-claim' && report.revision === 1 && !isAnyMailClaimed(ledger.entries);
  return mayWait ? archived : await commitFiles(ledger, archived);
}

/** Commits files that no mail was claimed for. */
export async function commitUnlessClaimed(ledger: ReportLedger, archived: ArchivedReport): Promise<void> {
  if (archived.isUncommitted === true && !isAnyMailClaimed(ledger.entries)) await commitFiles(ledger, archived);
}

/** What a commit record says. */
export const commitBody = ({ report, artefacts }: ArchivedReport): LedgerBody => ({
  snapshotSha256: report.generatedFrom.snapshotSha256,
  artefacts,
});

async function commitFiles(ledger: ReportLedger, archived: ArchivedReport): Promise<ArchivedReport> {
  const { report } = archived;
  const { body } = await ledger.create(archivedEntry(report.revision), commitBody(archived));
  return { report, artefacts: body['artefacts'] as ArchivedReport['artefacts'] };
}

/** The files that the ledger names for a revision: in an entry of their own, or in the claim of a mail that was made with them. */
async function readCommit(ledger: ReportLedger, revision: number): Promise<ArchivedReport['artefacts'] | undefined> {
  const own = archivedEntry(revision);
  const claims = revision === 1 ? [...ledger.entries].filter((entry) => CLAIM.test(entry)) : [];
  for (const entry of ledger.entries.has(own) ? [own] : claims) {
    const body = (await ledger.read(entry))?.body;
    const isOfRevision = entry === own || body?.['revision'] === revision;
    if (isOfRevision && body?.['artefacts'] !== undefined) return body['artefacts'] as ArchivedReport['artefacts'];
  }
  return undefined;
}

/**
 * Creates a file of the archive, or finds the same bytes there.
 *
 * @throws ArchiveConflictError when the archive holds other bytes under the key
 */
export async function archiveFile(
  parts: Pick<ArchiveParts, 'archive' | 'pauses'>,
  key: string,
  bytes: Uint8Array,
  format: ArtefactFormat,
): Promise<Artefact> {
  const created = await createOnce(parts.archive, key, bytes, CONTENT_TYPES[format], parts.pauses);
  if (!created.mine) {
    throw new ArchiveConflictError(
      `${key} holds other bytes than this program makes of the same snapshot. Nothing was mailed; a new revision makes it again.`,
    );
  }
  return { key, sha256: sha256Hex(bytes), bytes: bytes.byteLength };
}

/**
 * Reads a file back from the archive and checks it against the commit record: what is mailed is what is archived.
 *
 * @throws ArchiveConflictError when the file is gone or is not the one that was committed
 */
export async function readArtefact(archive: ObjectStore, artefact: Artefact): Promise<Uint8Array> {
  const object = await archive.get(artefact.key);
  if (object === undefined || sha256Hex(object.bytes) !== artefact.sha256) {
    throw new ArchiveConflictError(
      `${artefact.key} is not the file that was archived. Nothing was mailed; restore it, or make a new revision.`,
    );
  }
  return object.bytes;
}
