import type { ReportRenderer } from '../../shared/application/ports.ts';
import { loadFonts } from '../../shared/rendering/pdf/load-fonts.ts';
import { createPdfRenderer } from '../../shared/rendering/pdf/pdf-renderer.ts';
import { createReportRenderer } from '../../shared/rendering/report-renderer.ts';

/** Renders all formats; the fonts are read at once, and serve every report of the process. */
export function createRenderer(fontFolder: string): ReportRenderer {
  const pdf = createPdfRenderer({ fonts: loadFonts(fontFolder) });
  return createReportRenderer(async () => pdf);
}
