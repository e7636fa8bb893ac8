import type { Report } from '../domain/report/report.ts';
import { parsePeriod } from '../domain/time/period.ts';
import { type ArchivedReport, type ArchiveParts, type Artefact, archiveFile } from './archive-report.ts';
import { variantKey } from './keys.ts';
import type { ReportLedger } from './ledger.ts';
import { readLogo } from './logos.ts';
import type { ArtefactFormat, RenderedFormat } from './ports.ts';
import type { Recipient } from './subscriptions.ts';

/** The files that a reader's mail brings along, by format. */
export type MailFiles = Readonly<Partial<Record<ArtefactFormat, Artefact>>>;

/** A file beside those that every revision has: the same report in another language, or for another spreadsheet. */
interface Variant {
  /** What stands between `report.` and the ending. */
  readonly name: string;
  readonly report: Report;
  readonly rendered: RenderedFormat;
}

/** The report in a reader's own language; the report itself where the reader has none. */
export function inLocaleOf({ locale }: Pick<Recipient, 'locale'>, report: Report): Report {
  if (locale === undefined || locale === report.presentation.locale) return report;
  return { ...report, presentation: { ...report.presentation, locale } };
}

/**
 * Sees to it that the files that a reader wants are in the archive, and says which they are. Those of another language or
 * spreadsheet are made when somebody first wants them: created once beside the revision's own files and committed by a
 * ledger entry with their hash, so that doing it again, or at the same time elsewhere, leaves the same bytes.
 *
 * @throws ArchiveConflictError when the archive holds other bytes under one of the keys
 */
export async function filesFor(
  parts: ArchiveParts,
  ledger: ReportLedger,
  archived: ArchivedReport,
  reader: Recipient,
): Promise<MailFiles> {
  const files: Partial<Record<ArtefactFormat, Artefact>> = {};
  for (const format of reader.formats) {
    const variant = variantFor(archived.report, reader, format);
    files[format] =
      variant === undefined ? archived.artefacts[format] : await archiveVariant(parts, ledger, variant, format);
  }
  return files;
}

/** Numbers in a CSV file have no language; everything else has the reader's. */
function variantFor(report: Report, reader: Recipient, format: ArtefactFormat): Variant | undefined {
  if (format === 'csv') {
    return reader.csv === 'european' ? { name: 'european', report, rendered: 'csv-european' } : undefined;
  }
  const localised = inLocaleOf(reader, report);
  return localised === report
    ? undefined
    : { name: localised.presentation.locale, report: localised, rendered: format };
}

async function archiveVariant(
  parts: ArchiveParts,
  ledger: ReportLedger,
  { name, report, rendered }: Variant,
  format: ArtefactFormat,
): Promise<Artefact> {
  const entry = `r${report.revision}/variant-${name}.${format}`;
  const { snapshotSha256 } = report.generatedFrom;
  const committed = ledger.entries.has(entry) ? await ledger.read(entry) : undefined;
  if (committed !== undefined) return committed.body['artefact'] as Artefact;
  const bytes = await parts.renderer.render(report, rendered, await readLogo(parts, report));
  const key = variantKey(report.location, parsePeriod(report.period), report.revision, name, format);
  const artefact = await archiveFile(parts, key, bytes, format);
  const { body } = await ledger.create(entry, { snapshotSha256, artefact });
  return body['artefact'] as Artefact;
}
