import { badFile, createFaultList, type FaultList, shownId } from '../file-fault.ts';
import { createIntervalCollector, type FileReadings, type IntervalCollector } from '../intervals/interval-collector.ts';
import { textLines } from '../text-lines.ts';
import { cellsOf } from './csv-cells.ts';
import { type CsvHeader, parseCsvHeader } from './csv-header.ts';
import { createNumberReader, instantIn, type ParsedStart } from './csv-values.ts';

/** What a location says about its CSV files. */
export interface CsvOptions {
  /** Whether the location has a register of that id. */
  readonly isKnown: (registerId: string) => boolean;
  /** Length of the intervals of files that do not say it themselves. */
  readonly intervalSeconds: number | undefined;
}

/**
 * Reads a CSV file of intervals. An empty amount is missing, not zero.
 * @throws BadFileError with the lines and what is wrong with them
 */
export async function readCsv(pieces: AsyncIterable<Uint8Array>, options: CsvOptions): Promise<FileReadings> {
  const faults = createFaultList();
  const collector = createIntervalCollector(faults, (place) => `line ${place}`);
  let rows: RowReader | undefined;
  let lineNumber = 0;
  for await (const lines of textLines(pieces)) {
    for (const line of lines) {
      lineNumber += 1;
      if (rows !== undefined) rows(line, lineNumber);
      else rows = createRowReader(parseCsvHeader(line, options.isKnown), options, faults, collector);
    }
  }
  if (rows === undefined) throw badFile('line 1', 'is not there: the file is empty');
  return collector.finish();
}

type RowReader = (line: string, lineNumber: number) => void;

function createRowReader(
  header: CsvHeader,
  options: CsvOptions,
  faults: FaultList,
  collector: IntervalCollector,
): RowReader {
  if (header.end === undefined && header.intervalSeconds === undefined && options.intervalSeconds === undefined) {
    throw badFile('line 1', 'has no column interval_seconds: add it, or say "intervalSeconds" in location.json');
  }
  const startOf = rememberingLast(instantIn);
  const numberIn = createNumberReader(header.delimiter);
  return (line, lineNumber) => {
    if (line.trim() === '') return;
    const fault = (reason: string) => faults.add(`line ${lineNumber}`, reason);
    const cells = cellsOf(line, header.delimiter);
    if (cells === undefined) return fault('has a quote without a partner');
    if (cells.length !== header.columnCount) {
      return fault(`has ${cells.length} cells where the first line has ${header.columnCount}`);
    }
    const start = startOf(cells[header.start] ?? '');
    if ('problem' in start) return fault(`start ${start.problem}`);
    const length = lengthIn(cells, header, start.seconds, options);
    if ('problem' in length) return fault(length.problem);
    const named = header.registerId === undefined ? undefined : (cells[header.registerId] ?? '');
    if (named !== undefined && !options.isKnown(named)) {
      return fault(`register_id ${shownId(named)} is not in location.json`);
    }
    for (const { index, name, registerId, toWh } of header.amounts) {
      const cell = cells[index] ?? '';
      if (cell === '') continue;
      const amount = numberIn(cell);
      if (amount === undefined) {
        fault(`${shownId(name)} is not a number, or not written like those before it`);
        continue;
      }
      const energyWh = toWh(amount, length.seconds);
      const channel = registerId ?? named ?? '';
      collector.add(channel, {
        startSeconds: start.seconds,
        lengthSeconds: length.seconds,
        energyWh,
        place: lineNumber,
      });
    }
  };
}

function lengthIn(
  cells: readonly string[],
  header: CsvHeader,
  startSeconds: number,
  options: CsvOptions,
): { readonly seconds: number } | { readonly problem: string } {
  if (header.intervalSeconds !== undefined) {
    const cell = cells[header.intervalSeconds] ?? '';
    return /^\d{1,9}$/.test(cell)
      ? { seconds: Number(cell) }
      : { problem: 'interval_seconds is not a whole number of seconds' };
  }
  if (header.end !== undefined) {
    const end = instantIn(cells[header.end] ?? '');
    return 'problem' in end ? { problem: `end ${end.problem}` } : { seconds: end.seconds - startSeconds };
  }
  return { seconds: options.intervalSeconds ?? 0 };
}

/** Long files say the same start once for each register. */
function rememberingLast(read: (cell: string) => ParsedStart): (cell: string) => ParsedStart {
  let last: { readonly cell: string; readonly start: ParsedStart } | undefined;
  return (cell) => {
    if (last?.cell !== cell) last = { cell, start: read(cell) };
    return last.start;
  };
}
