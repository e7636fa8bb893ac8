import { badFile, createFaultList, type FaultList, shownId } from '../file-fault.ts';
import { cellsOf, type Delimiter, delimiterOf } from './csv-cells.ts';

/** A column of amounts: of one register in a wide file; of the one that the row names in a long one. */
export interface AmountColumn {
  readonly index: number;
  readonly name: string;
  /** Undefined in a long file. */
  readonly registerId: string | undefined;
  readonly toWh: (amount: number, lengthSeconds: number) => number;
}

/** Which column of a file says what. */
export interface CsvHeader {
  readonly delimiter: Delimiter;
  readonly columnCount: number;
  readonly start: number;
  readonly end: number | undefined;
  readonly intervalSeconds: number | undefined;
  /** Undefined in a wide file. */
  readonly registerId: number | undefined;
  readonly amounts: readonly AmountColumn[];
}

const UNITS: ReadonlyMap<string, AmountColumn['toWh']> = new Map([
  ['energy_kwh', (amount) => amount * 1000],
  ['energy_wh', (amount) => amount],
  ['power_w', (amount, seconds) => (amount * seconds) / 3600],
  ['power_kw', (amount, seconds) => (amount * 1000 * seconds) / 3600],
]);
/** The ends of a wide file's column names, behind the id of a register. */
const WIDE_UNITS: ReadonlyMap<string, string> = new Map([
  ['kwh', 'energy_kwh'],
  ['wh', 'energy_wh'],
  ['w', 'power_w'],
  ['kw', 'power_kw'],
]);
const MOST_COLUMNS = 1000;
const PLACE = 'line 1';

/**
 * Reads a file's first line. A long file has the columns `start`, `register_id` and one of `energy_kwh`, `energy_wh`,
 * `power_w`, `power_kw`; a wide one has `start` and a column `<register id>_kwh` (`_wh`, `_w`, `_kw`) for each register.
 *
 * @param isKnown whether the location has a register of that id
 * @throws BadFileError
 */
export function parseCsvHeader(line: string, isKnown: (registerId: string) => boolean): CsvHeader {
  const delimiter = delimiterOf(line);
  const names = cellsOf(line, delimiter);
  if (names === undefined) throw badFile(PLACE, 'has a quote without a partner');
  if (names.length > MOST_COLUMNS) throw badFile(PLACE, `has more than ${MOST_COLUMNS} columns`);
  const indexOf = (name: string) => {
    const index = names.findIndex((each) => each.toLowerCase() === name);
    return index < 0 ? undefined : index;
  };
  const [start, end, intervalSeconds, registerId] = [
    indexOf('start'),
    indexOf('end'),
    indexOf('interval_seconds'),
    indexOf('register_id'),
  ];
  const faults = createFaultList();
  if (new Set(names.map((name) => name.toLowerCase())).size < names.length) faults.add(PLACE, 'names a column twice');
  if (start === undefined) faults.add(PLACE, 'has no column start: the first line names the columns');
  const others = names.flatMap((name, index) =>
    [start, end, intervalSeconds, registerId].includes(index) ? [] : [{ name, index }],
  );
  const amounts = registerId === undefined ? wideAmounts(others, isKnown, faults) : longAmounts(others, faults);
  faults.throwIfAny();
  return { delimiter, columnCount: names.length, start: start ?? 0, end, intervalSeconds, registerId, amounts };
}

interface NamedColumn {
  readonly name: string;
  readonly index: number;
}

function longAmounts(columns: readonly NamedColumn[], faults: FaultList): AmountColumn[] {
  const amounts = columns.flatMap(({ name, index }) => {
    const toWh = UNITS.get(name.toLowerCase());
    if (toWh === undefined) faults.add(PLACE, `has a column that is not known: ${shownId(name)}`);
    return toWh === undefined ? [] : [{ index, name, registerId: undefined, toWh }];
  });
  if (amounts.length !== 1)
    faults.add(PLACE, `needs one column of ${[...UNITS.keys()].join(', ')}; it has ${amounts.length}`);
  return amounts;
}

function wideAmounts(
  columns: readonly NamedColumn[],
  isKnown: (registerId: string) => boolean,
  faults: FaultList,
): AmountColumn[] {
  const amounts = columns.flatMap(({ name, index }): AmountColumn[] => {
    const [, registerId = '', suffix = ''] = /^(.+)_(kwh|wh|w|kw)$/i.exec(name) ?? [];
    const toWh = UNITS.get(WIDE_UNITS.get(suffix.toLowerCase()) ?? '');
    if (toWh === undefined) {
      faults.add(
        PLACE,
        `has a column ${shownId(name)} that is neither known nor a register's id with _kwh, _wh, _w or _kw`,
      );
      return [];
    }
    if (!isKnown(registerId)) {
      faults.add(PLACE, `has a column ${shownId(name)} of a register that location.json does not have`);
    }
    return [{ index, name, registerId, toWh }];
  });
  if (amounts.length === 0) faults.add(PLACE, 'has no column register_id, and none of a register such as grid_kwh');
  return amounts;
}
