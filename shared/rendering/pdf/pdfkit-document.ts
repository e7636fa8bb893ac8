import PDFDocument from 'pdfkit';
import type { FontFile } from './font-file.ts';

/** The part of pdfkit's document that is used here; the published types lag behind the library. */
export interface PdfkitDocument {
  readonly outline: { addItem(title: string, options: { top: number; left: number; pageNumber: number }): unknown };
  /** The font that is chosen, as an object of the document; `font` is the parsed file behind it. */
  readonly _font: { readonly font: FontFile };
  /** The catalog of the file. */
  readonly _root: { readonly id: number; readonly data: { PageMode?: string } };
  /** What the file says of itself; there once the document is ended. */
  readonly _info: PdfkitReference;
  /** What the file can be told by from others. */
  readonly _id: Uint8Array;
  /** Bytes of the file so far. */
  _offset: number;
  /** Where each object begins, by its number less one; null until it is written. */
  readonly _offsets: (number | null)[];
  /** Objects that are still to be written. */
  _waiting: number;
  readonly page: PdfkitPage;
  addPage(): this;
  switchToPage(pageIndex: number): PdfkitPage;
  /** Chooses a font by its PostScript name once it was given as a file. */
  font(source: string | FontFile, size?: number): this;
  fillColor(colour: string): this;
  fill(rule?: 'even-odd'): this;
  path(d: string): this;
  save(): this;
  restore(): this;
  transform(a: number, b: number, c: number, d: number, x: number, y: number): this;
  image(bytes: Uint8Array, x: number, y: number, options: { width: number; height: number }): this;
  text(text: string, x: number, y: number, options: TextOptions): this;
  /** Every operator of a page goes through here. */
  addContent(operators: string): this;
  /** An object of the file, with a number of its own; written when it is ended. */
  ref(data?: Readonly<Record<string, unknown>>): PdfkitReference;
  getStructTreeRoot(): PdfkitReference;
  on(event: 'error', listener: (error: Error) => void): this;
  end(): void;
  /** Ends the file when all of its objects are written. */
  _finalize(): void;
  /** Takes what was written to the file so far. */
  read(): Uint8Array;
  /** Every piece of the file goes through here. */
  _write(data: string | Uint8Array): void;
  /** Notes that an object was written at its offset. */
  _refEnd(reference: { readonly id: number; readonly offset: number }): void;
}

export interface PdfkitReference {
  readonly id: number;
  readonly data: Record<string, unknown>;
  compress: boolean;
  write(bytes: Uint8Array): void;
}

export interface PdfkitPage {
  /** Fonts that the page may choose, by the names that its operators call them. */
  readonly fonts: Record<string, PdfkitReference>;
  readonly dictionary: PdfkitReference;
  readonly content: PdfkitReference;
}

export interface TextOptions {
  readonly lineBreak: false;
  readonly baseline: 'alphabetic';
  readonly features: readonly string[];
  readonly rotation: number;
  readonly textWidth: number;
  readonly wordCount: number;
}

export interface PdfkitOptions {
  readonly size?: readonly [number, number];
  readonly autoFirstPage: false;
  readonly bufferPages?: true;
  /** A font that the document begins with; undefined would mean a standard font, which a bundle does not carry. */
  readonly font: FontFile | Uint8Array | null;
  readonly margin?: 0;
  readonly tagged?: boolean;
  readonly lang?: string;
  readonly displayTitle?: true;
  readonly pdfVersion?: '1.7';
  readonly subset?: 'PDF/UA';
  readonly info?: Readonly<Record<string, string | Date>>;
}

export function createPdfkitDocument(options: PdfkitOptions): PdfkitDocument {
  const Document = PDFDocument as unknown as new (options: PdfkitOptions) => PdfkitDocument;
  return new Document(options);
}
