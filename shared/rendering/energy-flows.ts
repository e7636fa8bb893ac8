import type { Figure } from '../domain/energy/figure.ts';
import type { Report } from '../domain/report/report.ts';
import { decimalsFor } from './language/figure-words.ts';
import type { Language } from './language/language.ts';

export type FlowKind = 'gridImport' | 'gridExport' | 'production' | 'battery' | 'consumption';

/** One part of what came or went. */
export interface FlowPart {
  readonly kind: FlowKind;
  readonly name: string;
  readonly value: string;
  readonly energyKWh: number | null;
}

/** Where energy came from and where it went: both sides come to the same, but for gaps and what meters differ by. */
export interface EnergyFlows {
  readonly title: string;
  readonly sides: readonly { readonly name: string; readonly parts: readonly FlowPart[] }[];
}

/** Both sides of a place with mains and a source of energy of its own; null at any other. */
export function energyFlows(report: Report, language: Language): EnergyFlows | null {
  const { totals, battery, hasMains } = report;
  const hasProduction = totals.production.quality !== 'not_applicable';
  if (!hasMains || (!hasProduction && battery === null)) return null;
  const { flow } = language.texts;
  const decimals = Math.min(
    ...(['gridImport', 'gridExport', 'production', 'consumption'] as const).map((name) => decimalsFor(report, name)),
  );
  const part = (kind: FlowKind, name: string, figure: Figure): FlowPart => ({
    kind,
    name,
    value: language.figure(figure, decimals),
    energyKWh: figure.energyKWh,
  });
  return {
    title: flow.section,
    sides: [
      {
        name: flow.cameFrom,
        parts: [
          part('gridImport', flow.fromGrid, totals.gridImport),
          ...(hasProduction ? [part('production', flow.fromProduction, totals.production)] : []),
          ...(battery === null ? [] : [part('battery', flow.fromBattery, battery.discharged)]),
        ],
      },
      {
        name: flow.wentTo,
        parts: [
          part('consumption', flow.toUse, totals.consumption),
          part('gridExport', flow.toGrid, totals.gridExport),
          ...(battery === null ? [] : [part('battery', flow.toBattery, battery.charged)]),
        ],
      },
    ],
  };
}
