/**
 * Rounds parts so that what is printed adds up to the printed total: every part is rounded down to the step, and the
 * steps that are still owed go to the parts with the largest remainders. Parts may be negative.
 *
 * @param parts unrounded amounts in the unit of the total
 * @param decimals digits behind the point that will be printed
 */
export function roundToTotal(parts: readonly number[], decimals: number): { parts: number[]; total: number } {
  const factor = 10 ** decimals;
  const scaled = parts.map((part) => part * factor);
  const floors = scaled.map(Math.floor);
  const totalSteps = Math.round(scaled.reduce((sum, part) => sum + part, 0));
  const owed = totalSteps - floors.reduce((sum, step) => sum + step, 0);
  const byRemainder = scaled
    .map((part, index) => ({ index, remainder: part - (floors[index] ?? 0) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  const raised = new Set(byRemainder.slice(0, owed).map((entry) => entry.index));
  const steps = floors.map((step, index) => step + (raised.has(index) ? 1 : 0));
  return { parts: steps.map((step) => plainZero(step / factor)), total: plainZero(totalSteps / factor) };
}

/** Zero without a sign: nobody reads "-0.0". */
export const plainZero = (amount: number): number => (amount === 0 ? 0 : amount);
