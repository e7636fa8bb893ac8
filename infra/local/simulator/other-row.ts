import type { WireRegister } from './wire-objects.ts';

/**
 * How "Other" is told. The API's text, "the difference between grid-measuring and non grid-measuring registers", is `literal`;
 * `physical` is what mains CTs see and no circuit explains. They differ only where a line-side source exists.
 */
export type OtherFormula = 'physical' | 'literal' | 'omitted' | 'wrong';

/** The virtual register, as the API's older versions show it. */
export const OTHER_REGISTER = {
  id: '__OTHER__',
  label: 'Other',
  group: null,
  channel: null,
  grid: false,
  production: false,
  battery: false,
  circuit_type: 'other',
  other: true,
} as const;

/** Combines one value for each register into Other; NaN if a value is. Undefined when there is no such row to show. */
export function otherOf(
  registers: readonly WireRegister[],
  values: readonly number[],
  formula: OtherFormula,
): number | undefined {
  switch (formula) {
    case 'omitted':
      return undefined;
    case 'literal':
      return weighted(registers, values, (register) => (register.grid ? 1 : -1));
    case 'physical':
      return registers.some(isMains) ? weighted(registers, values, physicalWeight) : undefined;
    case 'wrong':
      return weighted(registers, values, physicalWeight) * 1.5 + 3;
  }
}

const isMains = (register: WireRegister) => register.grid && !register.production && !register.battery;

/** A line-side source lies outside the mains CTs, so it takes no part. */
function physicalWeight(register: WireRegister): number {
  if (isMains(register)) return 1;
  return register.grid ? 0 : -1;
}

function weighted(
  registers: readonly WireRegister[],
  values: readonly number[],
  weightOf: (register: WireRegister) => number,
): number {
  return registers.reduce((sum, register, index) => {
    const weight = weightOf(register);
    return weight === 0 ? sum : sum + weight * (values[index] ?? Number.NaN);
  }, 0);
}
