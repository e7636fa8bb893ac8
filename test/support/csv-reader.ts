/** Reads RFC 4180 by a state machine of its own: quoted cells may hold anything, rows end in CRLF, anything else throws. */
export function readCsv(text: string, delimiter = ','): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      at += 1;
      for (;;) {
        if (at >= text.length) throw new Error('A quoted cell has no end');
        if (text[at] !== '"') cell += text[at];
        else if (text[at + 1] === '"') {
          cell += '"';
          at += 1;
        } else break;
        at += 1;
      }
      at += 1;
    } else {
      while (at < text.length && text[at] !== delimiter && text[at] !== '\r' && text[at] !== '\n') {
        if (text[at] === '"') throw new Error(`A quote inside a plain cell at ${at}`);
        cell += text[at];
        at += 1;
      }
    }
    row.push(cell);
    if (text[at] === delimiter) at += 1;
    else if (text[at] === '\r' && text[at + 1] === '\n') {
      rows.push(row);
      row = [];
      at += 2;
    } else throw new Error(`Neither a delimiter nor CRLF after a cell at ${at}`);
  }
  if (row.length > 0) throw new Error('The last row has no end');
  return rows;
}

/** The rows as records by the names of the first row. */
export function readCsvRecords(text: string, delimiter = ','): Record<string, string>[] {
  const [header = [], ...rows] = readCsv(text, delimiter);
  return rows.map((row) => {
    if (row.length !== header.length) throw new Error(`A row has ${row.length} cells, the header ${header.length}`);
    return Object.fromEntries(header.map((name, index) => [name, row[index] ?? '']));
  });
}
