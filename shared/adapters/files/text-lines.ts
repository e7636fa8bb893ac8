import { badFile } from './file-fault.ts';

const LONGEST_LINE = 100_000;

/**
 * The lines of a UTF-8 text, a list of them for each piece that arrives; a byte order mark and the line ends are left out.
 * @throws BadFileError for what is not UTF-8, and for a line without an end in sight
 */
export async function* textLines(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string[]> {
  const decode = createDecoder();
  let rest = '';
  let lineCount = 0;
  const linesIn = (text: string): string[] => {
    const [first = '', ...others] = text.split('\n');
    const lines = [rest + first, ...others];
    rest = lines.pop() ?? '';
    lineCount += lines.length;
    if (rest.length > LONGEST_LINE) throw badFile(`line ${lineCount + 1}`, 'has no end: lines end in LF or CRLF');
    return lines.map(withoutReturn);
  };
  for await (const piece of pieces) yield linesIn(decode(piece, lineCount));
  const last = linesIn(decode(undefined, lineCount));
  yield rest === '' ? last : [...last, withoutReturn(rest)];
}

/** Decodes piece by piece; undefined for the piece behind the last one. */
function createDecoder(): (piece: Uint8Array | undefined, lineCount: number) => string {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  return (piece, lineCount) => {
    try {
      const text = piece === undefined ? decoder.decode() : decoder.decode(piece, { stream: true });
      // What is written in two bytes a character may pass for UTF-8 all the same.
      if (!text.includes('\0')) return text;
    } catch {
      // Said below.
    }
    throw badFile(`after line ${lineCount}`, 'is not UTF-8 text: save the file as UTF-8');
  };
}

const withoutReturn = (line: string) => (line.endsWith('\r') ? line.slice(0, -1) : line);
