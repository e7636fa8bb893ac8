import type { IntervalColumn } from './interval-column.ts';

interface Flows {
  readonly positiveWh: number;
  readonly negativeWh: number;
}

/** What a sensor without anything to feed back may show in a file, and the share of the rest that it may come to. */
const NOISE_WH = 100;
const NOISE_SHARE = 0.001;

const known = new WeakMap<IntervalColumn, Flows>();

/** True where the mains gave energy back to the grid at any time of a file, and not by noise alone; `factor` brings their sign. */
export function feedsBack(column: IntervalColumn | undefined, factor: number): boolean {
  if (column === undefined) return false;
  const { positiveWh, negativeWh } = flowsOf(column);
  const [suppliedWh, fedBackWh] = factor > 0 ? [positiveWh, negativeWh] : [negativeWh, positiveWh];
  return fedBackWh * Math.abs(factor) > NOISE_WH && fedBackWh > NOISE_SHARE * suppliedWh;
}

function flowsOf(column: IntervalColumn): Flows {
  const before = known.get(column);
  if (before !== undefined) return before;
  let [positiveWh, negativeWh] = [0, 0];
  for (const energyWh of column.energyWh) {
    if (energyWh > 0) positiveWh += energyWh;
    else negativeWh -= energyWh;
  }
  const flows = { positiveWh, negativeWh };
  known.set(column, flows);
  return flows;
}
