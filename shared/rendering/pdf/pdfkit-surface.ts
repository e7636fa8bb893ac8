import type { Typefaces } from './fonts.ts';
import type { PdfkitDocument, StructElement } from './pdfkit-document.ts';
import type { Colour, ContentAttributes, PageSize, Pen, Rectangle, Surface, TextStyle } from './surface.ts';

/** Draws through pdfkit's public calls; colours, pens and fonts are set only where they change. */
export function createPdfkitSurface(document: PdfkitDocument, page: PageSize, typefaces: Typefaces): Surface {
  let pageCount = 0;
  let pageIndex = -1;
  let fill: Colour | undefined;
  let pen: string | undefined;
  let font: string | undefined;
  const ancestors: StructElement[] = [];
  let inContent = false;

  const forgetState = () => {
    fill = undefined;
    pen = undefined;
  };
  const useFill = (colour: Colour) => {
    if (!inContent) throw new Error('Something is drawn outside of any content or artifact');
    if (colour !== fill) document.fillColor(colour);
    fill = colour;
  };
  const usePen = (next: Pen) => {
    const key = `${next.colour} ${next.width} ${next.dash ?? ''}`;
    if (key === pen) return;
    document.strokeColor(next.colour).lineWidth(next.width);
    if (next.dash === undefined) document.undash();
    else document.dash(next.dash);
    pen = key;
  };
  const useFont = (style: TextStyle) => {
    const key = `${style.weight} ${style.size}`;
    if (key !== font) document.font(typefaces[style.weight].name, style.size);
    font = key;
  };
  const widthOf = (text: string, style: TextStyle) => {
    const typeface = typefaces[style.weight];
    return (typeface.advanceOf(text) * style.size) / typeface.unitsPerEm;
  };
  const within = (draw: () => void) => {
    if (inContent) throw new Error('Content and artifacts cannot hold one another');
    inContent = true;
    draw();
    inContent = false;
    document.endMarkedContent();
  };
  const addElement = (tag: string, attributes: ContentAttributes = {}): StructElement => {
    const element = document.struct(tag, structOptions(attributes));
    const parent = ancestors.at(-1);
    if (parent === undefined) document.addStructure(element);
    else parent.add(element);
    return element;
  };

  return {
    page,
    get pageCount() {
      return pageCount;
    },
    addPage() {
      document.addPage();
      pageIndex = pageCount;
      pageCount += 1;
      forgetState();
    },
    turnTo(index) {
      document.switchToPage(index);
      pageIndex = index;
      forgetState();
    },
    fillRectangles(colour, rectangles) {
      if (rectangles.length === 0) return;
      useFill(colour);
      for (const { x, y, width, height } of rectangles) document.rect(x, y, width, height);
      document.fill();
    },
    fillOutlines(colour, outlines) {
      if (outlines.length === 0) return;
      useFill(colour);
      for (const outline of outlines) {
        for (const [index, { x, y }] of outline.entries()) {
          if (index === 0) document.moveTo(x, y);
          else document.lineTo(x, y);
        }
        document.closePath();
      }
      document.fill();
    },
    strokeLines(nextPen, lines) {
      if (lines.length === 0) return;
      if (!inContent) throw new Error('Something is drawn outside of any content or artifact');
      usePen(nextPen);
      for (const line of lines) {
        for (const [index, { x, y }] of line.entries()) {
          if (index === 0) document.moveTo(x, y);
          else document.lineTo(x, y);
        }
      }
      document.stroke();
    },
    fillPaths(paths, { x, y, scale }) {
      if (!inContent) throw new Error('Something is drawn outside of any content or artifact');
      document.save().transform(scale, 0, 0, scale, x, y);
      for (const { d, fill: colour, evenOdd } of paths) {
        document.fillColor(colour).path(d);
        if (evenOdd) document.fill('even-odd');
        else document.fill();
      }
      document.restore();
      forgetState();
    },
    drawPicture(bytes, { x, y, width, height }) {
      if (!inContent) throw new Error('Something is drawn outside of any content or artifact');
      document.image(Buffer.from(bytes), x, y, { width, height });
    },
    writeText(text, x, baseline, style, upwards = false) {
      if (text === '') return;
      useFill(style.colour);
      useFont(style);
      document.text(text, x, baseline, {
        lineBreak: false,
        baseline: 'alphabetic',
        // Naming features, even none, makes pdfkit lay out the line as a whole, in the typeface's own way.
        features: [],
        rotation: upwards ? 90 : 0,
        textWidth: 0,
        wordCount: 0,
      });
    },
    widthOf,
    group(tag, body) {
      const element = addElement(tag);
      ancestors.push(element);
      body();
      ancestors.pop();
      element.end();
    },
    content(tag, draw, attributes) {
      if (tag === 'Figure' && !attributes?.alternativeText) throw new Error('A figure needs an alternative text');
      const element = addElement(tag, attributes);
      const content = document.markStructureContent(tag);
      within(draw);
      element.add(content);
      element.end();
    },
    artifact(draw, type = 'Layout') {
      document.markContent('Artifact', { type });
      within(draw);
    },
    bookmark(title, y) {
      document.outline.addItem(title, { top: y, left: page.width, pageNumber: pageIndex });
    },
  };
}

function structOptions({ alternativeText, scope, bounds }: ContentAttributes) {
  return {
    ...(alternativeText === undefined ? {} : { alt: alternativeText }),
    ...(scope === undefined ? {} : { scope }),
    ...(bounds === undefined ? {} : { bbox: corners(bounds) }),
  };
}

const corners = ({ x, y, width, height }: Rectangle) => [x, y, x + width, y + height] as const;
