import { deflateSync } from 'node:zlib';
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
  /** Gives a page all of its operators. */
  setPageContent(pageIndex: number, operators: string): void;
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
  const pieces: Uint8Array[] = [document.read()];
  let text = '';
  let sink = (_operators: string): void => undefined;

  const flushText = () => {
    pieces.push(Buffer.from(text, 'latin1'));
    text = '';
  };
  // As pdfkit does it, but into one text instead of thousands of small arrays.
  document._write = (data) => {
    if (typeof data === 'string') {
      text += `${data}\n`;
      document._offset += data.length + 1;
    } else {
      flushText();
      pieces.push(data);
      document._offset += data.length;
    }
  };
  document.addContent = (operators) => {
    sink(operators);
    return document;
  };
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
      const bytes = Buffer.from(operators, 'latin1');
      content.compress = false;
      if (compress) content.data['Filter'] = 'FlateDecode';
      content.write(compress ? deflateSync(bytes, DEFLATE_OPTIONS) : bytes);
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
        // The end is at once, but for pictures that are still being unpacked.
        document.push = () => {
          flushText();
          resolve(Buffer.concat(pieces));
        };
        document.end();
      });
    },
  };
}
