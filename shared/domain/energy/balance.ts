import { type Figure, MISSING, NOT_APPLICABLE, sumAllKnown, sumFigures } from './figure.ts';
import { isBehindMains, type Register } from './register.ts';

/** A register with its signed energy of the day, as metered. */
export interface MeteredEnergy {
  readonly register: Register;
  readonly figure: Figure;
}

/**
 * The energy balance of one location and day, from signed register energies:
 * net grid N = Σ registers that measure the grid; production P = −Σ production registers; battery B = Σ battery registers;
 * consumption L = N + P − B; Other U = L − circuits. Line-side sources cancel out of L: the mains behind them already see the house.
 */
export interface Balance {
  readonly netGrid: Figure;
  readonly production: Figure;
  readonly battery: Figure;
  readonly consumption: Figure;
  /** What passed the mains in either direction, in kWh: the sum of their amounts without signs. */
  readonly throughMainsKWh: number;
  /** Sum of the circuit registers; partial when one of them is unknown. */
  readonly circuits: Figure;
  /** Consumption that no circuit explains; missing when a part of the difference is unknown. */
  readonly other: Figure;
  /** "Grid-measuring minus non-grid-measuring" taken literally with its signs: too small by exactly the line-side sources. */
  readonly literalOther: Figure;
}

/**
 * Computes the balance; a location without mains has neither net grid, consumption nor Other. Where a source feeds the
 * house unmeasured, consumption and Other are unknown: the mains see only what that source leaves over.
 */
export function energyBalance(
  metered: readonly MeteredEnergy[],
  measuresCircuits: boolean,
  hasUnmeasuredSource = false,
): Balance {
  const figures = (selects: (register: Register) => boolean) =>
    metered.filter((entry) => selects(entry.register)).map((entry) => entry.figure);
  const hasMains = metered.some((entry) => entry.register.role === 'main');

  const grid = sumAllKnown(figures((register) => register.measuresGrid));
  const mains = sumAllKnown(figures((register) => register.role === 'main'));
  const behindMains = sumAllKnown(figures(isBehindMains));
  const circuitFigures = figures((register) => register.role === 'circuit');
  const circuits = sumFigures(circuitFigures);

  const supplied = hasMains ? difference(mains, behindMains) : NOT_APPLICABLE;
  const consumption = hasMains && hasUnmeasuredSource ? MISSING : supplied;
  const other = measuresCircuits ? difference(consumption, sumAllKnown(circuitFigures)) : NOT_APPLICABLE;
  const notGrid = sumAllKnown(figures((register) => !register.measuresGrid));
  return {
    netGrid: hasMains ? grid : NOT_APPLICABLE,
    throughMainsKWh: throughMainsKWh(metered.map(({ register, figure }) => ({ ...figure, role: register.role }))),
    production: negated(sumFigures(figures((register) => register.role === 'production'))),
    battery: sumAllKnown(figures((register) => register.role === 'battery')),
    consumption,
    circuits,
    other,
    literalOther: hasMains ? difference(grid, notGrid) : NOT_APPLICABLE,
  };
}

/** The sum of the mains' amounts without signs, in kWh: import by one register and export by another do not cancel out. */
export function throughMainsKWh(
  registers: readonly { readonly role: Register['role']; readonly energyKWh: number | null }[],
): number {
  return registers.reduce((sum, { role, energyKWh }) => (role === 'main' ? sum + Math.abs(energyKWh ?? 0) : sum), 0);
}

/** `minuend − subtrahend`; unknown when either is unknown, and the minuend itself when there is nothing to subtract. */
export function difference(minuend: Figure, subtrahend: Figure): Figure {
  if (minuend.quality === 'not_applicable' || subtrahend.quality === 'not_applicable') return minuend;
  if (minuend.energyKWh === null || subtrahend.energyKWh === null) return MISSING;
  const measured = minuend.quality === 'measured' && subtrahend.quality === 'measured';
  return { energyKWh: minuend.energyKWh - subtrahend.energyKWh, quality: measured ? 'measured' : 'partial' };
}

/** The same amount with the opposite sign; zero stays a plain zero. */
export function negated(original: Figure): Figure {
  return original.energyKWh === null ? original : { ...original, energyKWh: 0 - original.energyKWh };
}
