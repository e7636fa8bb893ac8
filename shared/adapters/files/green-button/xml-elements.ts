import { SaxesParser } from 'saxes';
import { badFile } from '../file-fault.ts';

/** Where in the file the reader is, for a fault. */
export interface XmlPosition {
  readonly line: number;
  /** The open elements' names without their prefixes, the outermost first. */
  readonly path: readonly string[];
}

/** Hears of a document's elements as they come; names are without prefixes. */
export interface XmlListener {
  opened(position: XmlPosition, attributes: Readonly<Record<string, string>>): void;
  /** `text` is what stood in the element itself, trimmed; undefined for one that holds others. */
  closed(position: XmlPosition, text: string | undefined): void;
}

const MOST_DEPTH = 32;
const MOST_ATTRIBUTES = 20;
const LONGEST_TEXT = 10_000;

/**
 * Reads an XML document piece by piece. Whatever could make a small file large is refused: a document type, entities of
 * its own, elements nested or decorated beyond reason.
 * @throws BadFileError; nothing of the document is repeated
 */
export async function readXml(pieces: AsyncIterable<Uint8Array>, listener: XmlListener): Promise<void> {
  const parser = new SaxesParser({ xmlns: false });
  const path: string[] = [];
  let text = '';
  let holdsOthers = false;
  let attributes = 0;
  let isClosing = false;
  const refuse = (reason: string) => badFile(placeOf({ line: parser.line, path }), reason);
  const addText = (more: string) => {
    text += more;
    if (text.length > LONGEST_TEXT) throw refuse(`holds a text of more than ${LONGEST_TEXT} characters`);
  };

  parser.on('error', () => {
    throw refuse(isClosing ? 'breaks off: the file is cut short' : 'is not well-formed XML');
  });
  parser.on('doctype', () => {
    throw refuse('has a document type (DOCTYPE): take it out, no Green Button file needs one');
  });
  parser.on('xmldecl', ({ encoding = 'UTF-8' }) => {
    if (!/^(?:utf-?8|us-ascii)$/i.test(encoding)) throw refuse('is written in another encoding than UTF-8');
  });
  parser.on('opentagstart', () => {
    attributes = 0;
    if (path.length >= MOST_DEPTH) throw refuse(`is nested deeper than ${MOST_DEPTH} elements`);
  });
  parser.on('attribute', () => {
    attributes += 1;
    if (attributes > MOST_ATTRIBUTES) throw refuse(`has an element with more than ${MOST_ATTRIBUTES} attributes`);
  });
  parser.on('opentag', ({ name, attributes: given }) => {
    path.push(localName(name));
    text = '';
    holdsOthers = false;
    listener.opened({ line: parser.line, path }, given);
  });
  parser.on('closetag', () => {
    listener.closed({ line: parser.line, path }, holdsOthers ? undefined : text.trim());
    path.pop();
    text = '';
    holdsOthers = true;
  });
  parser.on('text', addText);
  parser.on('cdata', addText);

  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (piece?: Uint8Array) => {
    try {
      return piece === undefined ? decoder.decode() : decoder.decode(piece, { stream: true });
    } catch {
      throw refuse('is not UTF-8 text');
    }
  };
  for await (const piece of pieces) parser.write(decode(piece));
  parser.write(decode());
  isClosing = true;
  parser.close();
}

/** `line 12, feed/entry/content/IntervalBlock`. */
export function placeOf({ line, path }: XmlPosition): string {
  const names = path.map((name) => (/^[A-Za-z][A-Za-z0-9_.-]{0,39}$/.test(name) ? name : '[…]'));
  return names.length === 0 ? `line ${line}` : `line ${line}, ${names.join('/')}`;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
