import type { EspiResource } from './espi-feed.ts';

/** Which way energy flows: from the utility, to it, or the difference of the two. */
export type Direction = 'delivered' | 'received' | 'net';

/** What the values of readings mean. */
export interface EnergyType {
  readonly direction: Direction;
  /** Watt-hours of a value. */
  readonly toWh: (value: number) => number;
  readonly intervalSeconds: number | undefined;
  readonly defaultQuality: number | undefined;
}

/** Something that reports have no use for, such as a voltage, or energy that cannot be told from what is written. */
export interface UnusableType {
  readonly isEnergy: boolean;
  readonly because: string;
}

const WATT_HOURS = '72';
const DELTA = '4';
const DIRECTIONS: ReadonlyMap<string, Direction> = new Map([
  ['1', 'delivered'],
  ['19', 'received'],
  ['4', 'net'],
]);

/** Units that meters' files have beside watt-hours. */
const OTHER_UNITS: ReadonlyMap<string, string> = new Map([
  ['29', 'volts'],
  ['38', 'watts'],
  ['61', 'VA'],
  ['63', 'var'],
  ['71', 'VAh'],
  ['73', 'varh'],
  ['42', 'cubic metres'],
  ['119', 'cubic feet'],
  ['132', 'British thermal units'],
  ['169', 'therms'],
]);
const OTHER_ACCUMULATIONS: ReadonlyMap<string, string> = new Map([
  ['1', 'the dial of a register'],
  ['3', 'cumulative'],
  ['6', 'indicating'],
  ['9', 'a summation'],
  ['12', 'instantaneous'],
]);

/** Reads a `ReadingType`; only energies of intervals, in watt-hours, with a direction, become figures. */
export function parseReadingType({ texts }: EspiResource): EnergyType | UnusableType {
  const unit = texts.get('uom') ?? '';
  const multiplier = texts.get('powerOfTenMultiplier') || '0';
  const accumulation = texts.get('accumulationBehaviour');
  const flow = texts.get('flowDirection') ?? '';
  const direction = DIRECTIONS.get(flow);
  const intervalLength = texts.get('intervalLength') ?? '';
  if (unit !== WATT_HOURS) {
    return { isEnergy: false, because: `uom ${named(unit, OTHER_UNITS)} is not energy in watt-hours (72)` };
  }
  const unusable = (because: string) => ({ isEnergy: true, because });
  if (accumulation !== undefined && accumulation !== DELTA) {
    return unusable(
      `accumulationBehaviour ${named(accumulation, OTHER_ACCUMULATIONS)} is not the energy of each interval (4, delta)`,
    );
  }
  if (direction === undefined) {
    return unusable(`flowDirection ${named(flow, new Map())} is neither forward (1), reverse (19) nor net (4)`);
  }
  if (!/^-?\d{1,2}$/.test(multiplier) || Math.abs(Number(multiplier)) > 12) {
    return unusable('powerOfTenMultiplier is not a whole number from -12 to 12');
  }
  return {
    direction,
    toWh: scaledBy(Number(multiplier)),
    intervalSeconds: /^\d{1,9}$/.test(intervalLength) && intervalLength !== '0' ? Number(intervalLength) : undefined,
    defaultQuality: /^\d{1,3}$/.test(texts.get('defaultQuality') ?? '')
      ? Number(texts.get('defaultQuality'))
      : undefined,
  };
}

/** A division where it is one: a power of ten below 1 has no exact number. */
const scaledBy = (powerOfTen: number) => (value: number) =>
  powerOfTen < 0 ? value / 10 ** -powerOfTen : value * 10 ** powerOfTen;

function named(code: string, names: ReadonlyMap<string, string>): string {
  if (!/^\d{1,4}$/.test(code)) return code === '' ? '(absent)' : '(unreadable)';
  const name = names.get(code);
  return name === undefined ? code : `${code} (${name})`;
}
