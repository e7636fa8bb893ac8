import { builtOnce } from '../../shared/application/built-once.ts';
import type { ReportRenderer } from '../../shared/application/ports.ts';
import type { PdfRenderer } from '../../shared/rendering/pdf/pdf-renderer.ts';
import { createReportRenderer } from '../../shared/rendering/report-renderer.ts';

/** All formats of a report; what draws a PDF is loaded when the first is asked for. */
export function createRenderer(): ReportRenderer {
  return createReportRenderer(builtOnce(loadPdfRenderer));
}

async function loadPdfRenderer(): Promise<PdfRenderer> {
  const [{ createPdfRenderer }, { loadFonts }] = await Promise.all([
    import('../../shared/rendering/pdf/pdf-renderer.ts'),
    import('../../shared/rendering/pdf/load-fonts.ts'),
  ]);
  return createPdfRenderer({ fonts: loadFonts() });
}
