import type { Logo } from '../../domain/branding/branding.ts';
import type { Report } from '../../domain/report/report.ts';
import { type Language, languageFor } from '../language/language.ts';
import { drawDocument } from './document.ts';
import { embedFonts } from './embedded-fonts.ts';
import { type FontSources, openTypefaces, type Typefaces } from './fonts.ts';
import { pageSizeFor } from './page-size.ts';
import { createPdfkitSurface } from './pdfkit-surface.ts';
import { openReportFile } from './report-file.ts';
import { openSheet } from './sheet.ts';
import { showableText } from './showable-text.ts';
import { createStructure } from './structure.ts';

export interface PdfRenderer {
  /** The report as a tagged PDF; the same report and logo give the same bytes. */
  renderPdf(report: Report, logo?: Logo | null): Promise<Uint8Array>;
}

export interface PdfRendererOptions {
  readonly fonts: FontSources;
  /** False leaves the content readable, for tests. */
  readonly compress?: boolean;
}

const LOCALES_REMEMBERED = 20;

/** Builds a renderer; fonts are opened at the first report and serve all that follow. */
export function createPdfRenderer({ fonts, compress = true }: PdfRendererOptions): PdfRenderer {
  const languages = new Map<string, Language>();
  let typefaces: Typefaces | undefined;

  const languageOf = (locale: string, { regular, bold }: Typefaces): Language => {
    const known = languages.get(locale);
    if (known !== undefined) return known;
    if (languages.size >= LOCALES_REMEMBERED) languages.clear();
    const canShow = (codePoint: number) => regular.canShow(codePoint) && bold.canShow(codePoint);
    const language = languageFor(locale, { showLabel: (label) => showableText(label, canShow) });
    languages.set(locale, language);
    return language;
  };

  return {
    async renderPdf(report, logo = null) {
      typefaces ??= openTypefaces(fonts);
      const language = languageOf(report.presentation.locale, typefaces);
      const page = pageSizeFor(report.presentation.locale);
      const file = openReportFile(report, language, page, compress);
      const surface = createPdfkitSurface({
        file,
        page,
        typefaces,
        fonts: embedFonts(file, typefaces),
        structure: createStructure(page),
      });
      drawDocument(openSheet(surface, language, report, logo));
      surface.complete();
      return await file.finish();
    },
  };
}
