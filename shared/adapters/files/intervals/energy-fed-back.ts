import type { IntervalColumn } from './interval-column.ts';

interface Flow {
  readonly energyWh: number;
  readonly seconds: number;
}

interface Flows {
  readonly positive: Flow;
  readonly negative: Flow;
}

/** What a sensor without anything to feed back may show in a file, and the share of the rest that it may come to. */
const NOISE_WH = 100;
const NOISE_SHARE = 0.001;
/** A counter that once went backwards does so for an interval; the sun comes again. */
const SLIP_SECONDS = 3600;
const SLIP_SHARE = 0.005;

const known = new WeakMap<IntervalColumn, Flows>();

/** True where the mains gave energy back to the grid in a file, and not by noise or a slip alone; `factor` brings their sign. */
export function feedsBack(column: IntervalColumn | undefined, factor: number): boolean {
  if (column === undefined) return false;
  const { positive, negative } = flowsOf(column);
  const [supplied, fedBack] = factor > 0 ? [positive, negative] : [negative, positive];
  const isNoise =
    fedBack.energyWh * Math.abs(factor) <= NOISE_WH || fedBack.energyWh <= NOISE_SHARE * supplied.energyWh;
  const isSlip = fedBack.seconds <= SLIP_SECONDS || fedBack.seconds <= SLIP_SHARE * supplied.seconds;
  return !isNoise && !isSlip;
}

function flowsOf(column: IntervalColumn): Flows {
  const before = known.get(column);
  if (before !== undefined) return before;
  const [positive, negative] = [
    { energyWh: 0, seconds: 0 },
    { energyWh: 0, seconds: 0 },
  ];
  for (const [index, energyWh] of column.energyWh.entries()) {
    const flow = energyWh < 0 ? negative : positive;
    flow.energyWh += Math.abs(energyWh);
    flow.seconds += column.lengthSeconds[index] ?? 0;
  }
  const flows = { positive, negative };
  known.set(column, flows);
  return flows;
}
