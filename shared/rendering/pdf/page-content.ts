import { createByteText } from './byte-text.ts';
import type { EmbeddedFont } from './embedded-fonts.ts';
import type { ArtifactType, Colour, ContentTag, Outline, Pen, Rectangle } from './surface.ts';

/** The operators of one page. */
export interface PageContent {
  rectangles(colour: Colour, rectangles: readonly Rectangle[]): void;
  outlines(colour: Colour, outlines: readonly Outline[]): void;
  lines(pen: Pen, lines: readonly Outline[]): void;
  /** Writes a text that its font has all of. */
  text(text: string, type: ContentType, x: number, baseline: number, upwards: boolean): void;
  /** Begins a part that the structure knows by its number on the page. */
  openMarked(tag: ContentTag, number: number): void;
  openArtifact(type: ArtifactType): void;
  close(): void;
  /** Takes operators that count in points and change colours, pens and fonts as they like. */
  foreign(write: () => void): void;
  /** Takes operators as they are. */
  add(operators: string): void;
  operators(): Uint8Array;
  /** Says that the operators were taken, and that nothing follows. */
  end(): void;
}

export interface ContentType {
  readonly font: Pick<EmbeddedFont, 'name' | 'writeGlyphs'>;
  readonly size: number;
  readonly colour: Colour;
}

/** Everything is counted in hundredths of a point: whole numbers are short, and quickly written. */
const UNITS = 100;
const units = (points: number): number => Math.round(points * UNITS);

/** Writes operators for a page whose y runs down; colours, pens and fonts are set only where they change. */
export function createPageContent(): PageContent {
  const operators = createByteText();
  let fill: Colour | undefined;
  let font: ContentType['font'] | undefined;
  let size: number | undefined;
  let stroke: Colour | undefined;
  let width: number | undefined;
  let dash: Pen['dash'];
  let inText = false;

  const writeLength = (points: number) => operators.operand(units(points));
  const endText = () => {
    if (inText) operators.text('ET\n');
    inText = false;
  };
  const useFill = (colour: Colour) => {
    if (colour === fill) return;
    operators.text(`${componentsOf(colour)} rg\n`);
    fill = colour;
  };
  const usePen = (pen: Pen) => {
    if (pen.colour !== stroke) operators.text(`${componentsOf(pen.colour)} RG\n`);
    if (pen.width !== width) operators.text(`${units(pen.width)} w\n`);
    if (pen.dash?.[0] !== dash?.[0] || pen.dash?.[1] !== dash?.[1]) {
      operators.text(`[${pen.dash?.map(units).join(' ') ?? ''}] 0 d\n`);
    }
    stroke = pen.colour;
    width = pen.width;
    dash = pen.dash;
  };
  const trace = (outlines: readonly Outline[], end: string) => {
    for (const outline of outlines) {
      let operator = 'm\n';
      for (const { x, y } of outline) {
        writeLength(x);
        writeLength(y);
        operators.text(operator);
        operator = 'l\n';
      }
      operators.text(end);
    }
  };

  return {
    rectangles(colour, rectangles) {
      endText();
      useFill(colour);
      for (const rectangle of rectangles) {
        writeLength(rectangle.x);
        writeLength(rectangle.y);
        writeLength(rectangle.width);
        writeLength(rectangle.height);
        operators.text('re\n');
      }
      operators.text('f\n');
    },
    outlines(colour, outlines) {
      endText();
      useFill(colour);
      trace(outlines, 'h\n');
      operators.text('f\n');
    },
    lines(pen, lines) {
      endText();
      usePen(pen);
      trace(lines, '');
      operators.text('S\n');
    },
    text(text, type, x, baseline, upwards) {
      if (!inText) operators.text('BT\n');
      inText = true;
      useFill(type.colour);
      if (type.font !== font || type.size !== size) operators.text(`/${type.font.name} ${units(type.size)} Tf\n`);
      font = type.font;
      size = type.size;
      operators.text(upwards ? '0 -1 -1 0 ' : '1 0 0 -1 ');
      writeLength(x);
      writeLength(baseline);
      operators.text('Tm\n<');
      type.font.writeGlyphs(text, operators);
      operators.text('> Tj\n');
    },
    openMarked(tag, number) {
      endText();
      operators.text('/');
      operators.text(tag);
      operators.text(' <</MCID ');
      operators.number(number);
      operators.text('>> BDC\n');
    },
    openArtifact(type) {
      endText();
      operators.text('/Artifact <</Type /');
      operators.text(type);
      operators.text('>> BDC\n');
    },
    close() {
      endText();
      operators.text('EMC\n');
    },
    foreign(write) {
      endText();
      operators.text(`q\n${UNITS} 0 0 ${UNITS} 0 0 cm\n`);
      write();
      operators.text('Q\n');
    },
    add(more) {
      operators.text(`${more}\n`);
    },
    operators: operators.written,
    end: operators.end,
  };
}

/** Scales the page to the units of its content. */
export const UNITS_OF_CONTENT = `${1 / UNITS} 0 0 ${1 / UNITS} 0 0 cm`;

const componentsByColour = new Map<Colour, string>();

/** Red, green and blue from 0 to 1, with as many digits as tell 256 steps apart. */
function componentsOf(colour: Colour): string {
  const known = componentsByColour.get(colour);
  if (known !== undefined) return known;
  const parts = [1, 3, 5].map((at) =>
    String(Math.round((Number.parseInt(colour.slice(at, at + 2), 16) / 255) * 1e4) / 1e4),
  );
  const components = parts.join(' ');
  // Tenants choose a colour of their own each.
  if (componentsByColour.size >= 500) componentsByColour.clear();
  componentsByColour.set(colour, components);
  return components;
}
