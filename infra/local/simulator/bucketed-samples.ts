import type { SimulatedLocation } from './simulated-fleet.ts';
import type { TimeWindow } from './time-window.ts';

/** Says that a sample must not be shown, although the location has it. */
export type HidesSample = (registerIndex: number, stampEpochSeconds: number) => boolean;

/** The samples of one location in one window, at the resolution that was asked for. */
export type BucketedSamples = {
  /** Average power by register, then by bucket of the window, in W; NaN where nothing was measured. */
  readonly wattsByRegister: readonly Float64Array[];
  /** Energy of the measured samples of each register, in kWh; no gap is filled. */
  readonly energyKWhByRegister: readonly number[];
  /** Buckets with data, by register. */
  readonly countByRegister: readonly number[];
  /** Buckets in which at least one register of the hub has data, added up over the hubs. */
  readonly samplesCount: number;
};

type Reading = { watts: number; energyWattSeconds: number };

/** Averages native samples into the buckets of the window; a bucket without any native sample is missing. */
export function readSamples(
  source: SimulatedLocation,
  window: TimeWindow,
  nowEpochSeconds: number,
  hides: HidesSample | undefined,
): BucketedSamples {
  const { bucketStarts } = window;
  const hubSlots = new Map<string, Uint8Array>();
  const wattsByRegister: Float64Array[] = [];
  const energyKWhByRegister: number[] = [];
  const countByRegister: number[] = [];

  for (const [registerIndex, register] of source.registers.entries()) {
    const seen = hubSlots.get(register.installation) ?? new Uint8Array(bucketStarts.length);
    hubSlots.set(register.installation, seen);
    const watts = new Float64Array(bucketStarts.length).fill(Number.NaN);
    let energyWattSeconds = 0;
    let count = 0;
    for (const [bucket, stamp] of bucketStarts.entries()) {
      const reading = readBucket(source, registerIndex, stamp, window.bucketSeconds, nowEpochSeconds, hides);
      if (reading === undefined) continue;
      watts[bucket] = reading.watts;
      energyWattSeconds += reading.energyWattSeconds;
      seen[bucket] = 1;
      count += 1;
    }
    wattsByRegister.push(watts);
    energyKWhByRegister.push(energyWattSeconds / 3_600_000);
    countByRegister.push(count);
  }
  const samplesCount = [...hubSlots.values()].reduce((sum, seen) => sum + seen.reduce((n, one) => n + one, 0), 0);
  return { wattsByRegister, energyKWhByRegister, countByRegister, samplesCount };
}

function readBucket(
  source: SimulatedLocation,
  registerIndex: number,
  bucketStart: number,
  bucketSeconds: number,
  nowEpochSeconds: number,
  hides: HidesSample | undefined,
): Reading | undefined {
  const step = source.nativeIntervalSeconds;
  // A bucket shorter than a native sample lies inside one, and shows its power.
  const firstStamp =
    step > bucketSeconds ? Math.floor(bucketStart / step) * step : Math.ceil(bucketStart / step) * step;
  let sum = 0;
  let count = 0;
  for (let stamp = firstStamp; stamp < bucketStart + bucketSeconds; stamp += step) {
    if (stamp + step > nowEpochSeconds || hides?.(registerIndex, stamp) === true) continue;
    const watts = source.wattsAt(registerIndex, stamp);
    if (watts === null) continue;
    sum += watts;
    count += 1;
  }
  if (count === 0) return undefined;
  return { watts: sum / count, energyWattSeconds: sum * Math.min(step, bucketSeconds) };
}
