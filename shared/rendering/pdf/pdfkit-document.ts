import PDFDocument from 'pdfkit';
import type { FontFile } from './font-file.ts';

/** The part of pdfkit's document that the surface and the fonts use; the published types lag behind the library. */
export interface PdfkitDocument {
  readonly outline: { addItem(title: string, options: { top: number; left: number; pageNumber: number }): unknown };
  /** The font that is chosen, as an object of the document; `font` is the parsed file behind it. */
  readonly _font: { readonly font: FontFile };
  /** The catalog of the file. */
  readonly _root: { readonly data: { PageMode?: string } };
  addPage(): this;
  switchToPage(pageIndex: number): unknown;
  /** Chooses a font by its PostScript name once it was given as a file. */
  font(source: string | FontFile, size?: number): this;
  fillColor(colour: string): this;
  strokeColor(colour: string): this;
  lineWidth(width: number): this;
  dash(length: readonly number[]): this;
  undash(): this;
  rect(x: number, y: number, width: number, height: number): this;
  moveTo(x: number, y: number): this;
  lineTo(x: number, y: number): this;
  closePath(): this;
  fill(rule?: 'even-odd'): this;
  path(d: string): this;
  save(): this;
  restore(): this;
  transform(a: number, b: number, c: number, d: number, x: number, y: number): this;
  image(bytes: Uint8Array, x: number, y: number, options: { width: number; height: number }): this;
  stroke(): this;
  text(text: string, x: number, y: number, options: TextOptions): this;
  struct(type: string, options?: StructOptions): StructElement;
  addStructure(element: StructElement): this;
  markStructureContent(tag: string): StructContent;
  markContent(tag: 'Artifact', options: { type: string }): this;
  endMarkedContent(): this;
  on(event: 'data', listener: (chunk: Uint8Array) => void): this;
  on(event: 'end', listener: () => void): this;
  on(event: 'error', listener: (error: Error) => void): this;
  end(): void;
}

export interface TextOptions {
  readonly lineBreak: false;
  readonly baseline: 'alphabetic';
  readonly features: readonly string[];
  readonly rotation: number;
  readonly textWidth: number;
  readonly wordCount: number;
}

export interface StructOptions {
  readonly alt?: string;
  readonly scope?: 'Column' | 'Row';
  /** Left, top, right and bottom, from the top of the page. */
  readonly bbox?: readonly [number, number, number, number];
}

export interface StructContent {
  readonly refs: readonly unknown[];
}

export interface StructElement {
  add(child: StructElement | StructContent): this;
  end(): void;
}

export interface PdfkitOptions {
  readonly size?: readonly [number, number];
  readonly autoFirstPage: false;
  readonly bufferPages?: true;
  /** The font that the document begins with; without one, pdfkit looks for a standard font that a bundle does not carry. */
  readonly font: FontFile | Uint8Array;
  readonly margin?: 0;
  readonly tagged?: true;
  readonly lang?: string;
  readonly displayTitle?: true;
  readonly pdfVersion?: '1.7';
  readonly subset?: 'PDF/UA';
  readonly compress?: boolean;
  readonly info?: Readonly<Record<string, string | Date>>;
}

export function createPdfkitDocument(options: PdfkitOptions): PdfkitDocument {
  const Document = PDFDocument as unknown as new (options: PdfkitOptions) => PdfkitDocument;
  return new Document(options);
}
