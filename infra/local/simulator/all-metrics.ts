import type { SimulatedLocation } from './simulated-fleet.ts';

/** The further metrics of `include_all_metrics`, in their shape only: a plain resistive load on a steady supply. */
export function metricsOf(w: readonly (number | null)[], source: SimulatedLocation) {
  const isSplitPhase = ['USA', 'CAN'].includes(source.location.country);
  const supply = isSplitPhase ? { voltage: 120, frequency: 60, phases: 2 } : { voltage: 230, frequency: 50, phases: 3 };
  const perPhase = (value: number) => source.installations.map(() => new Array<number>(supply.phases).fill(value));
  return {
    r: {
      w,
      i: w.map((value) => (value === null ? null : Math.round((Math.abs(value) / supply.voltage) * 1e5) / 1e5)),
      var: w.map((value) => (value === null ? null : 0)),
      p: w.map((value) => (value === null ? null : 1)),
    },
    ph: { v: perPhase(supply.voltage), f: perPhase(supply.frequency) },
  };
}
