/** A vertical axis with its zero line at a tick. */
export interface ValueAxis {
  readonly ticks: readonly number[];
  /** Digits behind the point that tell the ticks apart. */
  readonly decimals: number;
  /** Height on the page of an amount. */
  yOf(amount: number): number;
}

/** Finer than any figure is printed. */
const LEAST_SPAN = 0.01;

/** Spans at least the amounts and zero, in steps of 1, 2, 2.5 or 5 times a power of ten. */
export function valueAxis(amounts: readonly number[], top: number, bottom: number, aboutTicks: number): ValueAxis {
  const highest = Math.max(0, ...amounts);
  const lowest = Math.min(0, ...amounts);
  const span = Math.max(highest - lowest, LEAST_SPAN);
  const step = niceStep(span / aboutTicks);
  const first = Math.floor(lowest / step);
  const last = Math.max(first + 1, Math.ceil(highest / step));
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
  const scale = (bottom - top) / ((last - first) * step);
  return { ticks, decimals: decimalsOf(step), yOf: (amount) => bottom - (amount - first * step) * scale };
}

function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 2.5, 5, 10].find((candidate) => candidate * power >= rough * 0.999) ?? 10;
  return factor * power;
}

/** 2.5 needs one digit, 0.25 two. */
function decimalsOf(step: number): number {
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  return Number.isInteger(Math.round(step * 10 ** decimals * 1e6) / 1e6) ? decimals : decimals + 1;
}
