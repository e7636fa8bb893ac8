import { deflateSync } from 'node:zlib';
import { type ByteText, createByteText } from './byte-text.ts';
import { writeCrossReferences } from './cross-references.ts';
import { createPdfkitDocument, type PdfkitDocument, type PdfkitOptions } from './pdfkit-document.ts';

/** A PDF in the making: pdfkit keeps the document, and what we have ready-made goes in as it is. */
export interface PdfFile {
  readonly document: PdfkitDocument;
  /** Sends the operators that pdfkit writes for a page to the one who writes that page. */
  sendOperatorsTo(sink: (operators: string) => void): void;
  /** Gives a page all of its operators, which are copied. */
  setPageContent(pageIndex: number, operators: Uint8Array): void;
  /** Takes the number of an object that pdfkit need not know. */
  nextNumber(): number;
  /** Begins an object by its number, and gives the file's text to write it to. */
  beginObject(number: number): ByteText;
  endObject(): void;
  /** Writes an object that is already in the form of the file. */
  writeObject(number: number, body: string): void;
  /** Writes a stream that is deflated; `entries` go into its dictionary. */
  writeStream(number: number, entries: string, deflated: Uint8Array): void;
  /** Ends the document and gives all of its bytes. */
  finish(): Promise<Uint8Array>;
}

/**
 * Operators shrink hardly more at a higher level or with more of them in view, and take up to twice the time. What comes out
 * is in chunks that Node.js holds until V8 goes through the whole heap: small ones, so that this is seldom needed.
 */
export const DEFLATE_OPTIONS = { level: 3, windowBits: 13, chunkSize: 8_192 } as const;

export function openPdfFile(options: PdfkitOptions, compress = true): PdfFile {
  const document = createPdfkitDocument(options);
  const file = createByteText();
  file.bytes(document.read());
  let sink = (_operators: string): void => undefined;

  takeOver(document, {
    // As pdfkit does it, but into one text instead of thousands of small arrays.
    _write(data) {
      if (typeof data === 'string') {
        file.text(data);
        file.text('\n');
      } else file.bytes(data);
      document._offset = file.length();
    },
    addContent(operators) {
      sink(operators);
      return document;
    },
  });
  let begun = { id: 0, offset: 0 };
  const beginObject = (number: number) => {
    begun = { id: number, offset: file.length() };
    file.number(number);
    file.text(' 0 obj\n');
    return file;
  };
  const endObject = () => {
    file.text('\nendobj\n');
    document._offset = file.length();
    document._refEnd(begun);
  };

  return {
    document,
    sendOperatorsTo(next) {
      sink = next;
    },
    setPageContent(pageIndex, operators) {
      const { content } = document.switchToPage(pageIndex);
      content.compress = false;
      if (compress) content.data['Filter'] = 'FlateDecode';
      content.write(compress ? deflateSync(operators, DEFLATE_OPTIONS) : new Uint8Array(operators));
    },
    nextNumber() {
      // As pdfkit does it for its own objects, but without an object.
      document._waiting += 1;
      return document._offsets.push(null);
    },
    beginObject,
    endObject,
    writeObject(number, body) {
      beginObject(number).text(body);
      endObject();
    },
    writeStream(number, entries, deflated) {
      beginObject(number).text(`<< ${entries} /Length ${deflated.length} /Filter /FlateDecode >>\nstream\n`);
      file.bytes(deflated);
      file.text('\nendstream');
      endObject();
    },
    finish() {
      return new Promise((resolve, reject) => {
        document.on('error', reject);
        takeOver(document, {
          // The end is at once, but for pictures that are still being unpacked.
          _finalize() {
            writeCrossReferences(file, document);
            resolve(Buffer.from(file.written()));
            file.end();
          },
        });
        document.end();
      });
    },
  };
}

/**
 * Puts functions in the place of a document's own. They come in an object, because a function that is assigned to a property
 * by itself is taken for long-lived by V8: it would keep its document until the next collection of everything.
 */
function takeOver(document: PdfkitDocument, functions: Partial<PdfkitDocument>): void {
  Object.assign(document, functions);
}
