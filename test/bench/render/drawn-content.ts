import type { Report } from '../../../shared/domain/report/report.ts';
import { languageFor } from '../../../shared/rendering/language/language.ts';
import { drawDocument } from '../../../shared/rendering/pdf/document.ts';
import type { Typefaces } from '../../../shared/rendering/pdf/fonts.ts';
import { pageSizeFor } from '../../../shared/rendering/pdf/page-size.ts';
import { openSheet } from '../../../shared/rendering/pdf/sheet.ts';
import type {
  Colour,
  Outline,
  PageSize,
  Pen,
  Rectangle,
  Surface,
  TextStyle,
} from '../../../shared/rendering/pdf/surface.ts';

/** All that a report's pages show, with its place: what the others are given to draw. */
export interface DrawnContent {
  readonly page: PageSize;
  readonly pages: readonly DrawnPage[];
}

export interface DrawnPage {
  readonly shapes: Shape[];
  readonly texts: DrawnText[];
}

export type Shape =
  | { readonly kind: 'rectangles'; readonly colour: Colour; readonly rectangles: readonly Rectangle[] }
  | { readonly kind: 'lines'; readonly pen: Pen; readonly lines: readonly Outline[] };

export interface DrawnText {
  readonly text: string;
  readonly x: number;
  readonly baseline: number;
  readonly style: TextStyle;
}

/** Draws a report onto a surface that only takes notes. */
export function drawnContentOf(report: Report, typefaces: Typefaces): DrawnContent {
  const { locale } = report.presentation;
  const page = pageSizeFor(locale);
  const pages: DrawnPage[] = [];
  let current: DrawnPage = { shapes: [], texts: [] };
  const surface: Surface = {
    page,
    get pageCount() {
      return pages.length;
    },
    addPage() {
      current = { shapes: [], texts: [] };
      pages.push(current);
    },
    turnTo(index) {
      current = pages[index] ?? current;
    },
    fillRectangles: (colour, rectangles) =>
      void current.shapes.push({ kind: 'rectangles', colour, rectangles: rectangles.map(plainRectangle) }),
    fillOutlines: notInThisReport,
    strokeLines: (pen, lines) => void current.shapes.push({ kind: 'lines', pen, lines }),
    fillPaths: notInThisReport,
    drawPicture: notInThisReport,
    writeText(text, x, baseline, style, upwards) {
      if (upwards === true) notInThisReport();
      if (text !== '') current.texts.push({ text, x, baseline, style });
    },
    widthOf(text, style) {
      const typeface = typefaces[style.weight];
      return (typeface.advanceOf(text) * style.size) / typeface.unitsPerEm;
    },
    group: (_tag, body) => body(),
    content: (_tag, draw) => draw(),
    artifact: (draw) => draw(),
    bookmark: () => undefined,
  };
  drawDocument(openSheet(surface, languageFor(locale, { showLabel: (label) => label }), report));
  return { page, pages };
}

const plainRectangle = ({ x, y, width, height }: Rectangle): Rectangle => ({ x, y, width, height });

function notInThisReport(): never {
  throw new Error('The bench draws reports of plain shapes and upright text: choose another one.');
}
