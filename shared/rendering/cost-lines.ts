import type { CostEstimate } from '../domain/money/cost-estimate.ts';
import type { Report } from '../domain/report/report.ts';
import type { Language } from './language/language.ts';
import { roundedParts, roundedTo } from './rounding-for-print.ts';

/** One line of what a cost is made of. */
export interface CostLine {
  readonly name: string;
  /** Energy and price, empty where the line has none. */
  readonly energy: string;
  readonly price: string;
  /** Without the currency; a credit is negative. */
  readonly cost: string;
}

export interface CostTable {
  readonly lines: readonly CostLine[];
  readonly total: CostLine;
  readonly currency: string;
  /** The hours that are not in it; null where all are. */
  readonly remark: string | null;
}

export type EstimatedCost = Extract<CostEstimate, { estimated: true }>;

const DECIMALS = 1;

/** What a cost is made of, as every rendering prints it: the lines add up to the total; null without an estimate. */
export function costTable(report: Report, language: Language): CostTable | null {
  const { cost } = report;
  if (cost === null || !cost.estimated) return null;
  const { money } = language.texts;
  const amount = (minor: number) => language.moneyAmount(minor, cost.currency);
  const plainLine = (name: string, minor: number): CostLine => ({ name, energy: '', price: '', cost: amount(minor) });
  return {
    lines: [
      ...bandLines(report, cost, language),
      ...(cost.exportCreditMinor === null ? [] : [plainLine(money.exportCredit, -cost.exportCreditMinor)]),
      ...(cost.standingChargeMinor === null ? [] : [plainLine(money.standingCharge, cost.standingChargeMinor)]),
    ],
    total: plainLine(money.total, cost.totalMinor),
    currency: cost.currency.code,
    remark: cost.unpricedHours > 0 ? money.unpriced(language.count(cost.unpricedHours)) : null,
  };
}

function bandLines(report: Report, cost: EstimatedCost, language: Language): CostLine[] {
  const { money } = language.texts;
  const energies = cost.perBand.map((band) => band.energyKWh);
  const importedKWh = report.totals.gridImport.energyKWh;
  const printed = importedKWh === null ? undefined : roundedParts(energies, importedKWh, DECIMALS);
  return cost.perBand.map(({ name, effectiveFrom, pricePerKWh, energyKWh, costMinor }, index) => {
    const plainName = name === null ? money.importCost : language.label(name);
    const named = cost.effectiveFrom.length > 1 ? money.since(plainName, language.date(effectiveFrom)) : plainName;
    return {
      name: named,
      energy: language.printedAmount(printed?.[index] ?? roundedTo(energyKWh, DECIMALS), energyKWh, DECIMALS),
      price: language.unitPrice(pricePerKWh, cost.currency),
      cost: language.moneyAmount(costMinor, cost.currency),
    };
  });
}

/** The total in words: "at least US$12.34" where hours are missing that can only add to it. */
export function totalCost(cost: EstimatedCost, language: Language): string {
  const total = language.money(cost.totalMinor, cost.currency);
  if (!cost.isIncomplete) return total;
  return cost.isAtLeast ? language.texts.atLeast(total) : language.texts.withGaps(total);
}
