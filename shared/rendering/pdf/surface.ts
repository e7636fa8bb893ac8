/** What the sections of a report draw on. Lengths are points (1/72 inch), y runs down from the top of the page. */
export interface Surface {
  readonly page: PageSize;
  /** Pages begun so far; 0 before the first. */
  readonly pageCount: number;
  addPage(): void;
  /** Goes back to a page that was begun, counted from 0. */
  turnTo(pageIndex: number): void;

  /** Fills all rectangles with one colour, as a single path. */
  fillRectangles(colour: Colour, rectangles: readonly Rectangle[]): void;
  /** Fills closed outlines with one colour, as a single path. */
  fillOutlines(colour: Colour, outlines: readonly Outline[]): void;
  /** Draws all lines with one pen, as a single path. */
  strokeLines(pen: Pen, lines: readonly Outline[]): void;
  /** Fills outlines given as SVG path data, moved and scaled as a whole. */
  fillPaths(paths: readonly FilledPath[], placement: Placement): void;
  /** Draws a PNG or JPEG picture. */
  drawPicture(bytes: Uint8Array, box: Rectangle): void;
  /** Writes one line of text from `x` on its baseline; `upwards` turns it a quarter to the left around that point. */
  writeText(text: string, x: number, baseline: number, style: TextStyle, upwards?: boolean): void;
  widthOf(text: string, style: TextStyle): number;

  /** A structure element that holds others: a section, a table, a row, a list. */
  group(tag: GroupTag, body: () => void): void;
  /** A structure element with content of its own: a heading, a paragraph, a cell, a figure. */
  content(tag: ContentTag, draw: () => void, attributes?: ContentAttributes): void;
  /** Decoration, and whatever repeats itself on every page: not read aloud. */
  artifact(draw: () => void, type?: ArtifactType): void;
  /** A bookmark that leads to a height of the present page. */
  bookmark(title: string, y: number): void;
}

/** `#rrggbb` */
export type Colour = string;

export interface PageSize {
  readonly name: 'A4' | 'Letter';
  readonly width: number;
  readonly height: number;
}

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface FilledPath {
  readonly d: string;
  readonly fill: Colour;
  readonly evenOdd: boolean;
}

/** Where the origin of a drawing comes to lie, and how large one of its units is. */
export interface Placement extends Point {
  readonly scale: number;
}

export type Outline = readonly Point[];

export interface Pen {
  readonly colour: Colour;
  readonly width: number;
  /** Lengths of dash and gap; a solid line without. */
  readonly dash?: readonly [number, number];
}

export interface TextStyle {
  readonly weight: 'regular' | 'bold';
  readonly size: number;
  readonly colour: Colour;
}

export type GroupTag = 'Document' | 'Sect' | 'Table' | 'TR' | 'L' | 'LI';
export type ArtifactType = 'Layout' | 'Pagination';
export type ContentTag = 'H1' | 'H2' | 'P' | 'Figure' | 'TH' | 'TD' | 'Lbl' | 'LBody' | 'Caption';

export interface ContentAttributes {
  /** What a figure shows, in a sentence; a figure without it is refused. */
  readonly alternativeText?: string;
  /** What a heading cell is the head of. */
  readonly scope?: 'Column' | 'Row';
  /** Where on the page a figure is. */
  readonly bounds?: Rectangle;
}
