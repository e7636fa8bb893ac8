import type { EmbeddedFonts } from './embedded-fonts.ts';
import type { Typefaces } from './fonts.ts';
import { createPageContent, type PageContent, UNITS_OF_CONTENT } from './page-content.ts';
import type { PdfFile } from './pdf-file.ts';
import type { Structure } from './structure.ts';
import type { ContentAttributes, PageSize, Surface, TextStyle } from './surface.ts';
import type { Typeface } from './typeface.ts';

/** What a surface draws into. */
export interface SurfaceParts {
  readonly file: PdfFile;
  readonly page: PageSize;
  readonly typefaces: Typefaces;
  readonly fonts: EmbeddedFonts;
  readonly structure: Structure;
}

/** A surface whose pages are complete once they are put into the file. */
export interface PdfkitSurface extends Surface {
  /** Puts pages, structure and fonts into the file. */
  complete(): void;
}

const NO_ATTRIBUTES: ContentAttributes = {};

/** Writes each page's operators as one piece; what is rare (pictures, logos, joined scripts) is left to pdfkit's own calls. */
export function createPdfkitSurface({ file, page, typefaces, fonts, structure }: SurfaceParts): PdfkitSurface {
  const { document } = file;
  const pages: PageContent[] = [];
  const wholeFonts = new Set<string>();
  let pageIndex = -1;
  let content = createPageContent();
  let inContent = false;
  file.sendOperatorsTo((operators) => content.add(operators));

  const drawing = (): PageContent => {
    if (!inContent) throw new Error('Something is drawn outside of any content or artifact');
    return content;
  };
  const begin = () => {
    if (inContent) throw new Error('Content and artifacts cannot hold one another');
    inContent = true;
  };
  const end = () => {
    content.close();
    inContent = false;
  };
  const useWholeFont = ({ name, whole }: Typeface, size: number) => {
    document.font(wholeFonts.has(name) ? name : whole().fontFile, size);
    wholeFonts.add(name);
  };
  const writeShaped = (text: string, x: number, baseline: number, style: TextStyle, upwards: boolean) =>
    drawing().foreign(() => {
      useWholeFont(typefaces[style.weight], style.size);
      document.fillColor(style.colour).text(text, x, baseline, {
        lineBreak: false,
        baseline: 'alphabetic',
        // Naming features, even none, makes pdfkit lay out the line as a whole, in the typeface's own way.
        features: [],
        rotation: upwards ? 90 : 0,
        textWidth: 0,
        wordCount: 0,
      });
    });

  // The count is no getter: V8 takes a getter's function for long-lived, and would keep every document so long.
  const surface: PdfkitSurface & { pageCount: number } = {
    page,
    pageCount: 0,
    addPage() {
      pageIndex = pages.length;
      content = createPageContent();
      pages.push(content);
      surface.pageCount = pages.length;
      document.addPage();
      content.add(UNITS_OF_CONTENT);
      Object.assign(document.page.fonts, fonts.byName);
    },
    turnTo(index) {
      document.switchToPage(index);
      pageIndex = index;
      content = pages[index] ?? content;
    },
    fillRectangles(colour, rectangles) {
      if (rectangles.length > 0) drawing().rectangles(colour, rectangles);
    },
    fillOutlines(colour, outlines) {
      if (outlines.length > 0) drawing().outlines(colour, outlines);
    },
    strokeLines(pen, lines) {
      if (lines.length > 0) drawing().lines(pen, lines);
    },
    fillPaths(paths, { x, y, scale }) {
      drawing().foreign(() => {
        document.save().transform(scale, 0, 0, scale, x, y);
        for (const { d, fill, evenOdd } of paths) {
          document.fillColor(fill).path(d);
          if (evenOdd) document.fill('even-odd');
          else document.fill();
        }
        document.restore();
      });
    },
    drawPicture(bytes, { x, y, width, height }) {
      drawing().foreign(() => document.image(Buffer.from(bytes), x, y, { width, height }));
    },
    writeText(text, x, baseline, style, upwards = false) {
      if (text === '') return;
      const font = fonts.of(style.weight);
      if (!font.take(text)) return writeShaped(text, x, baseline, style, upwards);
      drawing().text(text, { font, size: style.size, colour: style.colour }, x, baseline, upwards);
    },
    widthOf(text, style) {
      const typeface = typefaces[style.weight];
      return (typeface.advanceOf(text) * style.size) / typeface.unitsPerEm;
    },
    group(tag, body) {
      structure.enter(tag);
      body();
      structure.leave();
    },
    content(tag, draw, attributes = NO_ATTRIBUTES) {
      if (tag === 'Figure' && !attributes.alternativeText) throw new Error('A figure needs an alternative text');
      begin();
      content.openMarked(tag, structure.mark(tag, pageIndex, attributes));
      draw();
      end();
    },
    artifact(draw, type = 'Layout') {
      begin();
      content.openArtifact(type);
      draw();
      end();
    },
    bookmark(title, y) {
      document.outline.addItem(title, { top: y, left: page.width, pageNumber: pageIndex });
    },
    complete() {
      for (const [index, { operators, end }] of pages.entries()) {
        file.setPageContent(index, operators());
        end();
      }
      fonts.write();
      structure.write(file);
    },
  };
  return surface;
}
