import type { ReportRenderer } from '../../shared/application/ports.ts';
import { DECIMAL_COMMA } from '../../shared/rendering/csv/csv-profile.ts';
import { renderCsv } from '../../shared/rendering/csv/render-csv.ts';
import { renderJson } from '../../shared/rendering/json/render-json.ts';
import { loadFonts } from '../../shared/rendering/pdf/load-fonts.ts';
import { createPdfRenderer, type PdfRenderer } from '../../shared/rendering/pdf/pdf-renderer.ts';

/** All formats of a report; fonts are read when the first PDF is asked for. */
export function createRenderer(): ReportRenderer {
  let pdf: PdfRenderer | undefined;
  return {
    async render(report, format, logo) {
      switch (format) {
        case 'pdf':
          pdf ??= createPdfRenderer({ fonts: loadFonts() });
          return await pdf.renderPdf(report, logo);
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
