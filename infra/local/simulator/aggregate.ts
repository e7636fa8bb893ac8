import type { BucketedSamples } from './bucketed-samples.ts';
import { OTHER_REGISTER, type OtherFormula, otherOf } from './other-row.ts';
import { shownKWh, shownWatts } from './shown-numbers.ts';
import type { SimulatedLocation } from './simulated-fleet.ts';
import type { TimeWindow } from './time-window.ts';
import { toRegisterSummary } from './wire-objects.ts';

/** What the row of a register without any sample looks like; the API's document does not say. */
export type EmptyRow = 'omitted' | 'null' | 'zero';

export type AggregateOptions = {
  readonly addOther: boolean;
  readonly otherFormula: OtherFormula;
  readonly keepDecimals: boolean;
  readonly emptyRow: EmptyRow;
  /** Scales the energy of a register with gaps to the whole window. */
  readonly stretchesGaps: boolean;
  readonly hubs: readonly string[];
};

type Statistics = {
  avg: number | null;
  min: number | null;
  max: number | null;
  sum: number | null;
  kwh: number | null;
};

/** The body of `aggregate`: one row a register, averages over the register's own samples. */
export function aggregateBody(
  source: SimulatedLocation,
  window: TimeWindow,
  samples: BucketedSamples,
  options: AggregateOptions,
) {
  const statistics = source.registers.map((_, index) => summarise(samples, index, options));
  const rows: object[] = source.registers.flatMap((register, index) => {
    const row = statistics[index];
    return row === undefined ? [] : [{ ...row, register: toRegisterSummary(register) }];
  });
  if (options.addOther && samples.samplesCount > 0) rows.push(...otherRow(source, statistics, options));
  return {
    samples_count: samples.samplesCount,
    start: window.startEpochSeconds,
    end: window.endEpochSeconds,
    hubs: options.hubs,
    resolution: window.resolution,
    results: rows,
  };
}

function summarise(samples: BucketedSamples, index: number, options: AggregateOptions): Statistics | undefined {
  if (samples.countByRegister[index] === 0) {
    if (options.emptyRow === 'omitted') return undefined;
    const nothing = options.emptyRow === 'zero' ? 0 : null;
    return { avg: nothing, min: nothing, max: nothing, sum: nothing, kwh: nothing };
  }
  const watts = [...(samples.wattsByRegister[index] ?? [])]
    .filter((value) => !Number.isNaN(value))
    .map((value) => shownWatts(value, options.keepDecimals));
  const sum = watts.reduce((total, value) => total + value, 0);
  const stretch = options.stretchesGaps ? (samples.wattsByRegister[index]?.length ?? 0) / watts.length : 1;
  return {
    avg: shownWatts(sum / watts.length, options.keepDecimals),
    min: watts.reduce((least, value) => Math.min(least, value)),
    max: watts.reduce((most, value) => Math.max(most, value)),
    sum: shownWatts(sum, options.keepDecimals),
    kwh: shownKWh((samples.energyKWhByRegister[index] ?? 0) * stretch),
  };
}

/** Only `avg` and `kwh`; a register without samples counts as nothing here, which is why gaps make this row unreliable. */
function otherRow(source: SimulatedLocation, rows: readonly (Statistics | undefined)[], options: AggregateOptions) {
  const combine = (pick: (row: Statistics) => number | null) =>
    otherOf(
      source.registers,
      rows.map((row) => (row === undefined ? 0 : (pick(row) ?? 0))),
      options.otherFormula,
    );
  const avg = combine((row) => row.avg);
  const kwh = combine((row) => row.kwh);
  if (avg === undefined || kwh === undefined) return [];
  return [{ avg: shownWatts(avg, options.keepDecimals), kwh: shownKWh(kwh), register: OTHER_REGISTER }];
}
