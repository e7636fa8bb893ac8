import { PALETTE } from '../../palette.ts';
import { printedParts } from '../../printed-parts.ts';
import { roundedTo } from '../../rounding-for-print.ts';
import type { Sheet } from '../sheet.ts';
import type { Colour } from '../surface.ts';
import { summed } from './part-sums.ts';

export interface EquationTerm {
  /** What stands before the term: nothing, an equals sign, plus or minus. */
  readonly operator: '' | '=' | '+' | '−';
  readonly name: string;
  readonly value: string;
  readonly colour: Colour;
}

export interface Equation {
  readonly terms: readonly EquationTerm[];
  /** False where one of the figures is not known, so that the sum cannot be checked. */
  readonly isKnown: boolean;
  /** False where rounding makes the printed figures miss each other by a step. */
  readonly addsUpInPrint: boolean;
}

const DECIMALS = 1;

/** "Consumption = circuits + Other" and "net grid = consumption − production + battery", as far as they mean something here. */
export function balanceEquations(sheet: Sheet): Equation[] {
  return [circuitsEquation(sheet), gridEquation(sheet)].filter((equation) => equation !== undefined);
}

function circuitsEquation({ language, report }: Sheet): Equation | undefined {
  const { totals } = report;
  if (!report.hasMains || totals.other.quality === 'not_applicable') return undefined;
  const { parts, sum } = printedParts(report, DECIMALS);
  const circuits = summed(parts.filter((part) => part.kind === 'circuit'));
  const otherKWh = parts.find((part) => part.kind === 'other')?.printedKWh ?? null;
  const energy = (energyKWh: number | null) => language.energy(energyKWh, DECIMALS);
  return {
    terms: [
      {
        operator: '',
        name: language.totalLabel('consumption'),
        value: energy(sum?.printedKWh ?? totals.consumption.energyKWh),
        colour: PALETTE.consumption,
      },
      {
        operator: '=',
        name: language.texts.measuredCircuits,
        value: energy(circuits.printedKWh),
        colour: PALETTE.consumption,
      },
      { operator: '+', name: language.texts.shortTotals.other, value: energy(otherKWh), colour: PALETTE.other },
    ],
    isKnown: sum !== null,
    addsUpInPrint: true,
  };
}

function gridEquation({ language, report }: Sheet): Equation | undefined {
  const { netGrid, consumption, production, battery } = report.totals;
  if (!report.hasMains) return undefined;
  if (production.quality === 'not_applicable' && battery.quality === 'not_applicable') return undefined;
  const energy = (energyKWh: number | null) => language.energy(energyKWh, DECIMALS);
  const terms: EquationTerm[] = [
    {
      operator: '',
      name: language.totalLabel('netGrid'),
      value: energy(netGrid.energyKWh),
      colour: PALETTE.gridImport,
    },
    {
      operator: '=',
      name: language.totalLabel('consumption'),
      value: energy(consumption.energyKWh),
      colour: PALETTE.consumption,
    },
  ];
  if (production.quality !== 'not_applicable') {
    const value = energy(production.energyKWh);
    terms.push({ operator: '−', name: language.totalLabel('production'), value, colour: PALETTE.production });
  }
  if (battery.quality !== 'not_applicable') {
    const value = energy(battery.energyKWh);
    terms.push({ operator: '+', name: language.totalLabel('battery'), value, colour: PALETTE.battery });
  }
  const printed = (energyKWh: number | null) => roundedTo(energyKWh ?? 0, DECIMALS);
  const right = printed(consumption.energyKWh) - printed(production.energyKWh) + printed(battery.energyKWh);
  const isKnown = [netGrid, consumption, production, battery].every((figure) => figure.quality !== 'missing');
  return { terms, isKnown, addsUpInPrint: !isKnown || Math.abs(printed(netGrid.energyKWh) - right) < 0.05 };
}
