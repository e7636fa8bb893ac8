import type { LocationRef } from '../domain/location.ts';
import { buildReport } from '../domain/report/build-report.ts';
import type { Report } from '../domain/report/report.ts';
import type { Period } from '../domain/time/period.ts';
import { ArchiveConflictError } from '../errors.ts';
import { createOnce, type Pauses } from './create-once.ts';
import type { StoredSnapshot } from './ensure-snapshot.ts';
import { artefactKey, sha256Hex } from './keys.ts';
import type { ReportLedger } from './ledger.ts';
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
}

export interface ArchiveParts {
  readonly archive: ObjectStore;
  readonly renderer: ReportRenderer;
  readonly pauses: Pauses;
}

export const archivedEntry = (revision: number) => `r${revision}/archived`;

/**
 * Renders a snapshot into the archive, and commits by the `archived` entry: files count only through it.
 * Doing it again, or at the same time elsewhere, leaves the same bytes.
 *
 * @throws ArchiveConflictError when the archive holds other bytes under one of the keys
 */
export async function archiveReport(
  parts: ArchiveParts,
  ledger: ReportLedger,
  ref: LocationRef,
  period: Period,
  stored: StoredSnapshot,
): Promise<ArchivedReport> {
  const report = buildReport(stored.snapshot, stored.sha256);
  const entry = archivedEntry(report.revision);
  if (ledger.entries.has(entry)) {
    const committed = await ledger.read(entry);
    if (committed !== undefined)
      return { report, artefacts: committed.body['artefacts'] as ArchivedReport['artefacts'] };
  }
  const artefacts: Partial<Record<ArtefactFormat, Artefact>> = {};
  const logo = await readLogo(parts, report);
  for (const format of ARTEFACT_FORMATS) {
    const bytes = await parts.renderer.render(report, format, logo);
    const key = artefactKey(ref, period, report.revision, format);
    artefacts[format] = await archiveFile(parts, key, bytes, format);
  }
  const { body } = await ledger.create(entry, { snapshotSha256: stored.sha256, artefacts });
  return { report, artefacts: body['artefacts'] as ArchivedReport['artefacts'] };
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
