import type { ReportRenderer } from '../../shared/application/ports.ts';
import { DECIMAL_COMMA } from '../../shared/rendering/csv/csv-profile.ts';
import { renderCsv } from '../../shared/rendering/csv/render-csv.ts';
import { renderJson } from '../../shared/rendering/json/render-json.ts';
import { loadFonts } from '../../shared/rendering/pdf/load-fonts.ts';
import { createPdfRenderer } from '../../shared/rendering/pdf/pdf-renderer.ts';

/** Renders all formats; the fonts are read at once, and serve every report of the process. */
export function createRenderer(fontFolder: string): ReportRenderer {
  const pdf = createPdfRenderer({ fonts: loadFonts(fontFolder) });
  return {
    async render(report, format, logo) {
      switch (format) {
        case 'pdf':
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
