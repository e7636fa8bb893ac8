/** What may stand between the cells of a line. */
export type Delimiter = ',' | ';' | '\t';

/** The delimiter that a header line uses; a comma where there is only one column. */
export function delimiterOf(header: string): Delimiter {
  const outsideQuotes = header.replace(/"[^"]*"/g, '');
  if (outsideQuotes.includes(';')) return ';';
  return outsideQuotes.includes('\t') && !outsideQuotes.includes(',') ? '\t' : ',';
}

/** The cells of one line, trimmed; undefined where a quote has no partner. A quoted cell may not go on over the line's end. */
export function cellsOf(line: string, delimiter: Delimiter): string[] | undefined {
  if (!line.includes('"')) return line.split(delimiter).map((cell) => cell.trim());
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    const quoted = /^[ ]*"((?:[^"]|"")*)"[ ]*/.exec(line.slice(at));
    if (quoted === null) {
      const next = line.indexOf(delimiter, at);
      const cell = line.slice(at, next < 0 ? line.length : next);
      if (cell.includes('"')) return undefined;
      cells.push(cell.trim());
      if (next < 0) return cells;
      at = next + 1;
    } else {
      cells.push((quoted[1] ?? '').replaceAll('""', '"').trim());
      at += quoted[0].length;
      if (at >= line.length) return cells;
      if (line[at] !== delimiter) return undefined;
      at += 1;
    }
  }
}
