import type { Report } from '../../../shared/domain/report/report.ts';
import { loadFonts } from '../../../shared/rendering/pdf/load-fonts.ts';
import { createPdfRenderer } from '../../../shared/rendering/pdf/pdf-renderer.ts';
import { aReport, type ReportWishes } from '../../support/report-builder.ts';
import { type ReadPdf, readPdf } from './read-pdf.ts';

const fonts = loadFonts();
const renderer = createPdfRenderer({ fonts });
const plainRenderer = createPdfRenderer({ fonts, compress: false });

/** The bytes of a report's PDF; `plain` leaves its content uncompressed. */
export const pdfBytes = (report: Report, { plain = false } = {}): Promise<Uint8Array> =>
  (plain ? plainRenderer : renderer).renderPdf(report);

/** A report's PDF, read back. */
export const pdfOf = async (report: Report, options: { structure?: boolean } = {}): Promise<ReadPdf> =>
  readPdf(await pdfBytes(report), options);

/** A report as wished for, with its PDF read back. */
export async function reportAndPdf(wishes: ReportWishes, overrides: Partial<Report> = {}) {
  const report = aReport(wishes, overrides);
  return { report, pdf: await pdfOf(report) };
}
