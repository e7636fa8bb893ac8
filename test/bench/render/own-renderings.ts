import { deflateSync, inflateSync } from 'node:zlib';
import type { Report } from '../../../shared/domain/report/report.ts';
import { languageFor } from '../../../shared/rendering/language/language.ts';
import { drawDocument } from '../../../shared/rendering/pdf/document.ts';
import { type EmbeddedFonts, embedFonts } from '../../../shared/rendering/pdf/embedded-fonts.ts';
import type { Typefaces } from '../../../shared/rendering/pdf/fonts.ts';
import { pageSizeFor } from '../../../shared/rendering/pdf/page-size.ts';
import { DEFLATE_OPTIONS, type PdfFile } from '../../../shared/rendering/pdf/pdf-file.ts';
import { createPdfkitSurface } from '../../../shared/rendering/pdf/pdfkit-surface.ts';
import { openReportFile } from '../../../shared/rendering/pdf/report-file.ts';
import { openSheet } from '../../../shared/rendering/pdf/sheet.ts';
import { createStructure } from '../../../shared/rendering/pdf/structure.ts';
import type { Surface } from '../../../shared/rendering/pdf/surface.ts';

/** The report without its structure, or without its font files: what these cost is the difference. */
export function renderingWithout(
  report: Report,
  typefaces: Typefaces,
  part: 'tags' | 'fonts',
): () => Promise<Uint8Array> {
  const { locale } = report.presentation;
  const language = languageFor(locale, { showLabel: (label) => label });
  const page = pageSizeFor(locale);
  return () => {
    const file = openReportFile(report, language, page, true);
    const fonts = embedFonts(file, typefaces);
    const surface = createPdfkitSurface({
      file,
      page,
      typefaces,
      fonts: part === 'fonts' ? { ...fonts, write: () => nameAStandardFont(file, fonts) } : fonts,
      structure: part === 'tags' ? { ...createStructure(page), write: () => undefined } : createStructure(page),
    });
    const draw = (onto: Surface) => drawDocument(openSheet(onto, language, report));
    if (part === 'tags') surface.artifact(() => draw(withoutMarks(surface)));
    else draw(surface);
    surface.complete();
    return file.finish();
  };
}

function nameAStandardFont(file: PdfFile, { byName }: EmbeddedFonts): void {
  for (const reference of Object.values(byName)) {
    file.writeObject(reference.id, '<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>');
  }
}

/** The surface's own members come through its prototype, its page count as it is at the time. */
const withoutMarks = (surface: Surface): Surface =>
  Object.create(surface, {
    group: { value: (_tag: string, body: () => void) => body() },
    content: { value: (_tag: string, draw: () => void) => draw() },
    artifact: { value: (draw: () => void) => draw() },
  });

/** What nobody can do without: the pages' operators deflated again, and all bytes of the file put together. */
export function floorOf(pdf: Uint8Array): () => Uint8Array {
  const pieces = piecesOf(Buffer.from(pdf));
  return () =>
    Buffer.concat(
      pieces.map(({ bytes, operators }) => (operators === undefined ? bytes : deflateSync(operators, DEFLATE_OPTIONS))),
    );
}

interface Piece {
  readonly bytes: Uint8Array;
  /** Of a page's content: what was deflated. */
  readonly operators: Uint8Array | undefined;
}

/** Cuts a file at the beginnings and ends of its pages' contents. */
function piecesOf(pdf: Buffer): Piece[] {
  const pieces: Piece[] = [];
  let kept = 0;
  for (let at = pdf.indexOf('stream\n'); at !== -1; at = pdf.indexOf('stream\n', at + 1)) {
    const start = at + 'stream\n'.length;
    const end = pdf.indexOf('\nendstream', start);
    const isStart = pdf.toString('latin1', at - 3, at) !== 'end' && ((pdf[start] ?? 0) & 0x0f) === 8;
    const operators = isStart ? inflateSync(pdf.subarray(start, end)) : undefined;
    if (operators?.includes(' BDC\n') !== true) continue;
    pieces.push({ bytes: pdf.subarray(kept, start), operators: undefined });
    pieces.push({ bytes: pdf.subarray(start, end), operators });
    kept = end;
  }
  return [...pieces, { bytes: pdf.subarray(kept), operators: undefined }];
}
