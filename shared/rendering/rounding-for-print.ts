import { plainZero, roundToTotal } from '../domain/report/rounding.ts';

/** Rounds one amount the way that totals of parts are rounded, so that both come out alike: a tie goes up. */
export function roundedTo(amount: number, decimals: number): number {
  const factor = 10 ** decimals;
  return plainZero(Math.round(amount * factor) / factor);
}

/**
 * Rounds parts so that they add up to the rounded total; undefined when the parts do not come to the total in the first
 * place, by more than the order of adding floating-point numbers explains.
 */
export function roundedParts(parts: readonly number[], total: number, decimals: number): number[] | undefined {
  const tolerance = 1e-6 * Math.max(1, Math.abs(total));
  const sum = parts.reduce((running, part) => running + part, 0);
  if (parts.length === 0 || Math.abs(sum - total) > tolerance) return undefined;
  const target = roundedTo(total, decimals);
  const first = roundToTotal(parts, decimals);
  if (first.total === target) return first.parts;
  // The total is a tie that the sum misses by a hair: the last part brings it over.
  const hair = Math.sign(target - first.total) * 2 * tolerance;
  const second = roundToTotal([...parts.slice(0, -1), (parts.at(-1) ?? 0) + hair], decimals);
  return second.total === target ? second.parts : undefined;
}
