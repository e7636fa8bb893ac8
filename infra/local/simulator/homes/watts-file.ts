import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { readCsvCells } from './csv-cells.ts';

/** Average power of several columns on one even grid of stamps, kept in milliwatts so that three decimals stay exact. */
export type WattsFile = {
  /** W of the sample that starts at the stamp; null where the file has none, or the stamp lies off the grid. */
  wattsAt(column: number, stampEpochSeconds: number): number | null;
};

const MISSING = -(2 ** 31);

/**
 * Reads `t` and the named columns of a comma-separated file, packed by gzip or not; an empty cell is a missing sample.
 * @throws when a column is not there, a cell is no number, or a stamp is not a multiple of the interval.
 */
export async function readWattsFile(
  file: string,
  columnNames: readonly string[],
  intervalSeconds: number,
): Promise<WattsFile> {
  const bytes = await readFile(file);
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const text = isPacked ? await promisify(gunzip)(bytes) : bytes;
  const { header, rowCount, cells } = readCsvCells(text, file);

  const columnOf = (name: string) => {
    const at = header.indexOf(name);
    if (at < 0) throw new Error(`${file}: no column "${name}" in the header.`);
    return at;
  };
  const width = header.length;
  const stampAt = columnOf('t');
  const stamps = Array.from({ length: rowCount }, (_, row) => cells[row * width + stampAt] ?? Number.NaN);
  for (const stamp of stamps) {
    if (!Number.isInteger(stamp / intervalSeconds)) {
      throw new Error(`${file}: the stamp ${stamp} is not a multiple of ${intervalSeconds} seconds.`);
    }
  }
  const first = stamps.reduce((least, stamp) => Math.min(least, stamp), Number.POSITIVE_INFINITY);
  const last = stamps.reduce((most, stamp) => Math.max(most, stamp), Number.NEGATIVE_INFINITY);
  const length = rowCount === 0 ? 0 : (last - first) / intervalSeconds + 1;

  const series = columnNames.map((name) => {
    const column = columnOf(name);
    const milliwatts = new Int32Array(length).fill(MISSING);
    for (const [row, stamp] of stamps.entries()) {
      const watts = cells[row * width + column] ?? Number.NaN;
      if (Number.isNaN(watts)) continue;
      if (Math.abs(watts) > 2_000_000)
        throw new Error(`${file}: ${watts} W in "${name}" is beyond what a hub can meter.`);
      milliwatts[(stamp - first) / intervalSeconds] = Math.round(watts * 1000);
    }
    return milliwatts;
  });

  return {
    wattsAt(column, stampEpochSeconds) {
      const milliwatts = series[column]?.[(stampEpochSeconds - first) / intervalSeconds];
      return milliwatts === undefined || milliwatts === MISSING ? null : milliwatts / 1000;
    },
  };
}
