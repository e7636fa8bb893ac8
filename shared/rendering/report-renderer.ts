import type { ReportRenderer } from '../application/ports.ts';
import { DECIMAL_COMMA } from './csv/csv-profile.ts';
import { renderCsv } from './csv/render-csv.ts';
import { renderJson } from './json/render-json.ts';
import type { PdfRenderer } from './pdf/pdf-renderer.ts';

/**
 * Renders all formats.
 * @param pdfRenderer gives what draws a PDF, asked for each; a host loads it when it likes, and once
 */
export function createReportRenderer(pdfRenderer: () => Promise<PdfRenderer>): ReportRenderer {
  return {
    async render(report, format, logo) {
      switch (format) {
        case 'pdf':
          return await (await pdfRenderer()).renderPdf(report, logo);
        case 'csv':
          return renderCsv(report);
        case 'csv-european':
          return renderCsv(report, DECIMAL_COMMA);
        case 'json':
          return renderJson(report);
      }
    },
  };
}
