import type { ReportRenderer } from '../../shared/application/ports.ts';
import { DECIMAL_COMMA } from '../../shared/rendering/csv/csv-profile.ts';
import { renderCsv } from '../../shared/rendering/csv/render-csv.ts';
import { renderJson } from '../../shared/rendering/json/render-json.ts';
import type { PdfRenderer } from '../../shared/rendering/pdf/pdf-renderer.ts';

/** All formats of a report; what draws a PDF is loaded when the first is asked for. */
export function createRenderer(): ReportRenderer {
  let pdf: Promise<PdfRenderer> | undefined;
  return {
    async render(report, format, logo) {
      switch (format) {
        case 'pdf':
          pdf ??= loadPdfRenderer();
          return await (await pdf).renderPdf(report, logo);
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

async function loadPdfRenderer(): Promise<PdfRenderer> {
  const [{ createPdfRenderer }, { loadFonts }] = await Promise.all([
    import('../../shared/rendering/pdf/pdf-renderer.ts'),
    import('../../shared/rendering/pdf/load-fonts.ts'),
  ]);
  return createPdfRenderer({ fonts: loadFonts() });
}
