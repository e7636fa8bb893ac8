import type { Report } from '../../domain/report/report.ts';
import type { Language } from '../language/language.ts';
import { openPdfFile, type PdfFile } from './pdf-file.ts';
import type { PageSize } from './surface.ts';

/** Begins the file of a report: what it is called, in which language, when its data was read, and what it can be told by. */
export function openReportFile(report: Report, language: Language, page: PageSize, compress: boolean): PdfFile {
  const readAt = new Date(report.generatedFrom.readAt);
  const options = {
    size: [page.width, page.height],
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    font: null,
    tagged: true,
    lang: language.tag,
    displayTitle: true,
    pdfVersion: '1.7',
    subset: 'PDF/UA',
    // Nothing here comes from a tenant: metadata is read by machines that trust it.
    info: {
      Title: language.texts.pdf.title(language.texts.reportTitle, language.periodTitle(report)),
      Producer: 'meterpost',
      Creator: 'meterpost',
      Keywords: `${language.texts.marks.revised(report.revision)}, SHA-256 ${report.generatedFrom.snapshotSha256}`,
      CreationDate: readAt,
      ModDate: readAt,
    },
  } as const;
  const file = openPdfFile(options, compress);
  // Bookmarks are there for those who look for them; unasked, pdfkit opens them beside the page.
  file.document._root.data.PageMode = 'UseNone';
  return file;
}
