import type { DayReadings, DayRemark } from '../../domain/energy/day-readings.ts';
import type { Register } from '../../domain/energy/register.ts';
import type { LocalDay } from '../../domain/time/local-day.ts';
import { slotStarts } from '../../domain/time/slots.ts';
import { BUCKET_SECONDS, type Buckets } from './metric.ts';

/** A day's answers; undefined where the API has no such series. */
export interface DayMetrics {
  readonly day: LocalDay;
  readonly grid: Buckets | undefined;
  readonly generation: Buckets | undefined;
  readonly charge: Buckets | undefined;
  readonly discharge: Buckets | undefined;
  readonly hasSolar: boolean;
  readonly hasBattery: boolean;
}

const GRID = register('grid', 'Grid', 'main');
const SOLAR = register('solar', 'Solar', 'production');
const CHARGE = register('battery-charge', 'Battery, charging', 'battery');
const DISCHARGE = register('battery-discharge', 'Battery, discharging', 'battery');

function register(id: string, label: string, role: Register['role']): Register {
  return { id, label, role, measuresGrid: role === 'main', hubId: null, createdAt: null };
}

/** A load below this in a quarter of an hour, in Wh, is no noise: no house gives energy of its own. */
const NEGATIVE_LOAD_WH = -5;
const WH_TO_W = 3600 / BUCKET_SECONDS;

/** Amounts by slot in Wh, with the house's signs; NaN where they are not known. */
interface Column {
  readonly register: Register;
  readonly amountsWh: readonly number[];
  readonly unplaced: number;
}

/** Turns a day's answers into our words and signs. The grid tells which quarter hours were heard at all. */
export function toDayReadings(metrics: DayMetrics): DayReadings {
  const { day, grid, hasSolar, hasBattery } = metrics;
  const starts = slotStarts(day, BUCKET_SECONDS);
  const gridWh = starts.map((start) => grid?.amountByStart.get(start) ?? Number.NaN);
  const columns: Column[] = [{ register: GRID, amountsWh: gridWh, unplaced: grid?.unplaced ?? 0 }];
  const add = (which: Register, sign: 1 | -1, buckets: Buckets | undefined) => {
    const amountsWh = starts.map((start, slot) => sign * amountOf(buckets, start, gridWh[slot]) + 0);
    columns.push({ register: which, amountsWh, unplaced: buckets?.unplaced ?? 0 });
  };
  if (hasSolar) add(SOLAR, -1, metrics.generation);
  if (hasBattery) add(CHARGE, 1, metrics.charge);
  if (hasBattery) add(DISCHARGE, -1, metrics.discharge);

  const isHeard = columns.some(({ amountsWh }) => amountsWh.some((amount) => !Number.isNaN(amount)));
  return {
    day,
    registers: columns.map((column) => column.register),
    hubIds: [],
    energyKWhByRegister: new Map(columns.map((column) => [column.register.id, energyOf(column)])),
    sampleCount: gridWh.filter((amount) => !Number.isNaN(amount)).length,
    sourceOtherKWh: null,
    power: {
      resolutionSeconds: BUCKET_SECONDS,
      wattsByRegister: new Map(
        columns.map(({ register: { id }, amountsWh }) => [id, Float64Array.from(amountsWh, (wh) => wh * WH_TO_W)]),
      ),
    },
    measuresCircuits: false,
    remarks: isHeard ? remarksOf(columns) : [{ code: 'no_data' }],
  };
}

/**
 * What solar and batteries moved is told only while they are active: a quarter hour that is missing is nothing moved, but
 * only while the grid was heard; otherwise it may as well be an outage.
 */
function amountOf(buckets: Buckets | undefined, start: number, gridWh: number | undefined): number {
  const amount = buckets?.amountByStart.get(start);
  if (amount !== undefined) return amount ?? Number.NaN;
  return buckets === undefined || Number.isNaN(gridWh) ? Number.NaN : 0;
}

function energyOf({ amountsWh }: Column): number | null {
  const known = amountsWh.filter((amount) => !Number.isNaN(amount));
  return known.length === 0 ? null : known.reduce((sum, amount) => sum + amount, 0) / 1000;
}

function remarksOf(columns: readonly Column[]): DayRemark[] {
  const leftOut = columns
    .filter(({ unplaced }) => unplaced > 0)
    .map(
      ({ register: { id: registerId }, unplaced: count }): DayRemark => ({
        code: 'values_left_out',
        registerId,
        count,
      }),
    );
  const negative = negativeLoads(columns);
  return negative === 0 ? leftOut : [...leftOut, { code: 'load_negative', count: negative }];
}

/**
 * In how many quarter hours the place would have used less than nothing. An inverter that solar cells and a battery share
 * may count what goes into the battery, or comes out, as solar too. The figures stay as they are: nobody knows which is wrong.
 */
function negativeLoads([grid, ...behindMains]: readonly Column[]): number {
  const loadsWh = (grid?.amountsWh ?? []).map((amount, slot) =>
    behindMains.reduce((load, { amountsWh }) => load - (amountsWh[slot] ?? Number.NaN), amount),
  );
  return loadsWh.filter((load) => load < NEGATIVE_LOAD_WH).length;
}
