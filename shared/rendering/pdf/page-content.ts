import type { Colour, Outline, Pen, Rectangle } from './surface.ts';

/** The operators of one page. */
export interface PageContent {
  rectangles(colour: Colour, rectangles: readonly Rectangle[]): void;
  outlines(colour: Colour, outlines: readonly Outline[]): void;
  lines(pen: Pen, lines: readonly Outline[]): void;
  /** Writes glyphs of a font by their numbers, as hexadecimal digits. */
  text(glyphs: string, type: ContentType, x: number, baseline: number, upwards: boolean): void;
  /** Begins a marked part; `mark` is the operator. */
  open(mark: string): void;
  close(): void;
  /** Takes operators that count in points and change colours, pens and fonts as they like. */
  foreign(write: () => void): void;
  /** Takes operators as they are. */
  add(operators: string): void;
  operators(): string;
}

export interface ContentType {
  /** The name of the font among the page's fonts. */
  readonly font: string;
  readonly size: number;
  readonly colour: Colour;
}

/** Everything is counted in hundredths of a point: whole numbers are short, and quickly written. */
const UNITS = 100;
const units = (points: number): number => Math.round(points * UNITS);

/** Writes operators for a page whose y runs down; colours, pens and fonts are set only where they change. */
export function createPageContent(): PageContent {
  let operators = '';
  let fill: Colour | undefined;
  let font: string | undefined;
  let size: number | undefined;
  let stroke: Colour | undefined;
  let width: number | undefined;
  let dash = '';
  let inText = false;

  const endText = () => {
    if (inText) operators += 'ET\n';
    inText = false;
  };
  const useFill = (colour: Colour) => {
    if (colour === fill) return;
    operators += `${componentsOf(colour)} rg\n`;
    fill = colour;
  };
  const usePen = (pen: Pen) => {
    if (pen.colour !== stroke) operators += `${componentsOf(pen.colour)} RG\n`;
    if (pen.width !== width) operators += `${units(pen.width)} w\n`;
    const nextDash = pen.dash === undefined ? '' : pen.dash.map(units).join(' ');
    if (nextDash !== dash) operators += `[${nextDash}] 0 d\n`;
    stroke = pen.colour;
    width = pen.width;
    dash = nextDash;
  };
  const trace = (outlines: readonly Outline[], end: string) => {
    for (const outline of outlines) {
      let operator = 'm';
      for (const { x, y } of outline) {
        operators += `${units(x)} ${units(y)} ${operator}\n`;
        operator = 'l';
      }
      operators += end;
    }
  };

  return {
    rectangles(colour, rectangles) {
      endText();
      useFill(colour);
      for (const { x, y, width: w, height: h } of rectangles) {
        operators += `${units(x)} ${units(y)} ${units(w)} ${units(h)} re\n`;
      }
      operators += 'f\n';
    },
    outlines(colour, outlines) {
      endText();
      useFill(colour);
      trace(outlines, 'h\n');
      operators += 'f\n';
    },
    lines(pen, lines) {
      endText();
      usePen(pen);
      trace(lines, '');
      operators += 'S\n';
    },
    text(glyphs, type, x, baseline, upwards) {
      if (!inText) operators += 'BT\n';
      inText = true;
      useFill(type.colour);
      if (type.font !== font || type.size !== size) operators += `/${type.font} ${units(type.size)} Tf\n`;
      font = type.font;
      size = type.size;
      operators += `${upwards ? '0 -1 -1 0' : '1 0 0 -1'} ${units(x)} ${units(baseline)} Tm\n<${glyphs}> Tj\n`;
    },
    open(mark) {
      endText();
      operators += mark;
    },
    close() {
      endText();
      operators += 'EMC\n';
    },
    foreign(write) {
      endText();
      operators += `q\n${UNITS} 0 0 ${UNITS} 0 0 cm\n`;
      write();
      operators += 'Q\n';
    },
    add(more) {
      operators += `${more}\n`;
    },
    operators: () => operators,
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
