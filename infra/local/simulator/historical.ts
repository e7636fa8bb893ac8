import { metricsOf } from './all-metrics.ts';
import type { BucketedSamples } from './bucketed-samples.ts';
import { interpolated } from './gap-filling.ts';
import { OTHER_REGISTER, type OtherFormula, otherOf } from './other-row.ts';
import { shownWatts } from './shown-numbers.ts';
import type { SimulatedLocation } from './simulated-fleet.ts';
import type { TimeWindow } from './time-window.ts';
import { toRegisterSummary } from './wire-objects.ts';

export type HistoricalOptions = {
  readonly addOther: boolean;
  readonly otherFormula: OtherFormula;
  readonly keepDecimals: boolean;
  readonly interpolate: boolean;
  readonly fillAllGaps: boolean;
  readonly includeAllMetrics: boolean;
  readonly omitRegisters: boolean;
  readonly hubs: readonly string[];
};

/**
 * The body of `historical`. The order of the registers is that of this answer (hub by hub as `hubs` has them), not that of the
 * register lists; a slot in which no hub has data is left out unless gaps are filled.
 */
export function historicalBody(
  source: SimulatedLocation,
  window: TimeWindow,
  samples: BucketedSamples,
  options: HistoricalOptions,
) {
  const { registers } = source;
  const order = [...registers.keys()].sort(
    (a, b) => hubRank(source, options, a) - hubRank(source, options, b) || a - b,
  );
  const watts = samples.wattsByRegister.map((row) => (options.interpolate ? interpolated(row) : row));
  const isMeasured = (bucket: number) => samples.wattsByRegister.some((row) => !Number.isNaN(row[bucket]));
  const shown = (value: number | undefined) =>
    value === undefined || Number.isNaN(value) ? null : shownWatts(value, options.keepDecimals);

  const withOther =
    options.addOther &&
    otherOf(
      registers,
      registers.map(() => 0),
      options.otherFormula,
    ) !== undefined;
  const results = window.bucketStarts.flatMap((stamp, bucket) => {
    if (!options.fillAllGaps && !isMeasured(bucket)) return [];
    const values = watts.map((row) => row[bucket] ?? Number.NaN);
    const w = order.map((index) => shown(values[index]));
    if (withOther) w.push(shown(otherOf(registers, values, options.otherFormula)));
    return [{ t: stamp, ...(options.includeAllMetrics ? metricsOf(w, source) : { r: { w } }) }];
  });

  const summaries = order.flatMap((index) => registers[index] ?? []).map(toRegisterSummary);
  return {
    count: results.length,
    start: window.startEpochSeconds,
    end: window.endEpochSeconds,
    resolution: window.resolution,
    hubs: options.hubs,
    ...(options.omitRegisters ? {} : { registers: withOther ? [...summaries, OTHER_REGISTER] : summaries }),
    results,
  };
}

const hubRank = (source: SimulatedLocation, options: HistoricalOptions, registerIndex: number) =>
  options.hubs.indexOf(source.registers[registerIndex]?.installation ?? '');
