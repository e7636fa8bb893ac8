/** How a spreadsheet's region separates cells and writes decimals. */
export interface CsvProfile {
  readonly delimiter: ',' | ';';
  readonly decimalMark: '.' | ',';
}

/** What scripts and most spreadsheets read, and what the archive holds. */
export const INTERCHANGE: CsvProfile = { delimiter: ',', decimalMark: '.' };

/** What spreadsheets read that are set to a comma as decimal mark, as in most of Europe. */
export const DECIMAL_COMMA: CsvProfile = { delimiter: ';', decimalMark: ',' };
