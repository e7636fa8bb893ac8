import { deflateSync } from 'node:zlib';
import { createByteText } from './byte-text.ts';
import {
  createPdfkitDocument,
  type PdfkitDocument,
  type PdfkitOptions,
  type PdfkitReference,
} from './pdfkit-document.ts';

/** A PDF in the making: pdfkit keeps the document, and what we have ready-made goes in as it is. */
export interface PdfFile {
  readonly document: PdfkitDocument;
  /** Sends the operators that pdfkit writes for a page to the one who writes that page. */
  sendOperatorsTo(sink: (operators: string) => void): void;
  /** Gives a page all of its operators, which are copied. */
  setPageContent(pageIndex: number, operators: Uint8Array): void;
  /** Writes an object that is already in the form of the file. */
  writeObject(reference: PdfkitReference, body: string): void;
  /** Writes a stream that is deflated; `entries` go into its dictionary. */
  writeStream(reference: PdfkitReference, entries: string, deflated: Uint8Array): void;
  /** Ends the document and gives all of its bytes. */
  finish(): Promise<Uint8Array>;
}

/** Operators shrink hardly more at a higher level or with more of them in view, and take up to twice the time. */
export const DEFLATE_OPTIONS = { level: 3, windowBits: 13 } as const;

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
  const written = (reference: PdfkitReference, write: () => void) => {
    const offset = document._offset;
    write();
    document._refEnd({ id: reference.id, offset });
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
    writeObject(reference, body) {
      written(reference, () => document._write(`${reference.id} 0 obj\n${body}\nendobj`));
    },
    writeStream(reference, entries, deflated) {
      written(reference, () => {
        const dictionary = `<< ${entries} /Length ${deflated.length} /Filter /FlateDecode >>`;
        document._write(`${reference.id} 0 obj\n${dictionary}\nstream`);
        document._write(deflated);
        document._write('\nendstream\nendobj');
      });
    },
    finish() {
      return new Promise((resolve, reject) => {
        document.on('error', reject);
        takeOver(document, {
          // The end is at once, but for pictures that are still being unpacked.
          push() {
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
