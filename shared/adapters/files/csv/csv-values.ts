import { InvalidTimeError, parseInstant } from '../../../domain/time/instant.ts';
import type { Delimiter } from './csv-cells.ts';

const WITH_POINT = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?$/;
const WITH_COMMA = /^[+-]?\d*,\d+$/;

/** Reads the numbers of one file; undefined for anything else. Nothing groups the thousands. */
export type NumberReader = (cell: string) => number | undefined;

/**
 * A decimal comma is one where commas do not part the cells. A file keeps to it or to the point: `1.234` beside `0,5` may
 * mean a thousand.
 */
export function createNumberReader(delimiter: Delimiter): NumberReader {
  let mark: ',' | '.' | undefined;
  return (cell) => {
    const found = delimiter !== ',' && WITH_COMMA.test(cell) ? ',' : cell.includes('.') ? '.' : undefined;
    if (found !== ',' && !WITH_POINT.test(cell)) return undefined;
    if (found !== undefined && mark !== undefined && found !== mark) return undefined;
    mark ??= found;
    return Number(cell.replace(',', '.'));
  };
}

/** Epoch seconds, or why there are none. */
export type ParsedStart = { readonly seconds: number } | { readonly problem: string };

const WRITE_IT = 'write it like 2026-11-01T06:00:00-05:00';

/** The instant in a cell: ISO 8601 with an offset, a space for the T allowed, or epoch seconds. */
export function instantIn(cell: string): ParsedStart {
  // Fewer digits would be a year, or a date without its hyphens.
  if (/^\d{9,10}$/.test(cell)) return { seconds: Number(cell) };
  if (/^\d{13}$/.test(cell)) return { problem: 'is in milliseconds: epoch seconds have ten digits' };
  if (/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/.test(cell)) {
    return {
      problem: `is a local time without an offset from UTC: ${WRITE_IT}, since a local time comes twice when the clocks go back`,
    };
  }
  try {
    const ms = parseInstant(cell.replace(/^(\d{4}-\d{2}-\d{2}) /, '$1T'));
    return ms % 1000 === 0 ? { seconds: ms / 1000 } : { problem: 'is no whole second' };
  } catch (error) {
    if (!(error instanceof InvalidTimeError)) throw error;
    return { problem: `is neither an instant with an offset (${WRITE_IT}) nor epoch seconds` };
  }
}
