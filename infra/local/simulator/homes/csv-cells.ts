/** A table of numbers, row after row; NaN for an empty cell. */
export type CsvCells = { readonly header: readonly string[]; readonly rowCount: number; readonly cells: Float64Array };

const [COMMA, NEWLINE, RETURN, MINUS, POINT, ZERO, NINE] = [0x2c, 0x0a, 0x0d, 0x2d, 0x2e, 0x30, 0x39] as const;

/**
 * Reads numbers straight from bytes, because a year of a home is two million of them.
 * @throws on a cell that is no number, and on a row of another width than the header.
 */
export function readCsvCells(bytes: Buffer, file: string): CsvCells {
  const headerEnd = bytes.indexOf(NEWLINE) < 0 ? bytes.length : bytes.indexOf(NEWLINE);
  const header = bytes
    .toString('utf8', 0, headerEnd)
    .replace(/^\uFEFF/, '')
    .trim()
    .split(',');
  const width = header.length;
  // The shortest row is its commas and a line break.
  const cells = new Float64Array(Math.ceil(bytes.length / width) * width);
  let filled = 0;
  let cellStart = headerEnd + 1;
  for (let at = cellStart; at <= bytes.length; at += 1) {
    const byte = at === bytes.length ? NEWLINE : bytes[at];
    if (byte !== COMMA && byte !== NEWLINE) continue;
    const cellEnd = byte === NEWLINE && bytes[at - 1] === RETURN ? at - 1 : at;
    const isBlankLine = byte === NEWLINE && cellEnd === cellStart && filled % width === 0 && width > 1;
    if (!isBlankLine) {
      cells[filled] = readNumber(bytes, cellStart, cellEnd, file);
      filled += 1;
      if ((byte === NEWLINE) !== (filled % width === 0)) {
        throw new Error(`${file}: row ${Math.ceil(filled / width)} has not ${width} cells.`);
      }
    }
    cellStart = at + 1;
  }
  return { header, rowCount: filled / width, cells: cells.subarray(0, filled) };
}

function readNumber(bytes: Buffer, start: number, end: number, file: string): number {
  if (start >= end) return Number.NaN;
  const isNegative = bytes[start] === MINUS;
  let digits = 0;
  let scale = 0;
  for (let at = isNegative ? start + 1 : start; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte >= ZERO && byte <= NINE) {
      digits = digits * 10 + byte - ZERO;
      scale *= 10;
    } else if (byte === POINT && scale === 0) scale = 1;
    else return readUnusualNumber(bytes.toString('latin1', start, end), file);
  }
  const value = scale > 1 ? digits / scale : digits;
  return isNegative ? -value : value;
}

/** Exponents, signs and blanks, which such files may hold but seldom do. */
function readUnusualNumber(text: string, file: string): number {
  if (text.trim() === '') return Number.NaN;
  const value = Number(text);
  if (!Number.isFinite(value)) throw new Error(`${file}: "${text.slice(0, 20)}" is no number.`);
  return value;
}
