import type { EmissionFigure } from '../domain/money/emissions.ts';
import type { Report } from '../domain/report/report.ts';
import { fitted } from './display-width.ts';
import type { Language } from './language/language.ts';

/** A mass of carbon dioxide with its name and what belongs beside it. */
export interface EmissionLine {
  readonly name: string;
  readonly value: string;
  readonly detail: string;
}

/** A note names the publisher in full. */
const PUBLISHER_COLUMNS = 26;

/** The estimates by an average factor, and behind them the source's own by another method: lines that are never added up. */
export function emissionLines(report: Report, language: Language): EmissionLine[] {
  return [...averageLines(report, language), ...marginalLine(report, language)];
}

/** What imported energy caused, with who publishes the factor, and what production avoided: two lines, never a net. */
function averageLines({ emissions }: Report, language: Language): EmissionLine[] {
  if (emissions === null) return [];
  const { money, atLeast } = language.texts;
  const { factor, imported, avoided } = emissions;
  const written = ({ massKg, quality }: EmissionFigure) =>
    quality === 'partial' ? atLeast(language.mass(massKg)) : language.mass(massKg);
  const line = (name: string, figure: EmissionFigure, detail: string): EmissionLine[] =>
    figure.massKg === null ? [] : [{ name, value: written(figure), detail }];
  return [
    ...line(
      money.importedEmissions,
      imported,
      money.publisher(fitted(language.label(factor.publisher), PUBLISHER_COLUMNS), String(factor.year)),
    ),
    ...line(money.avoidedEmissions, avoided, money.notTakenOff),
  ];
}

function marginalLine({ sourceEmissions }: Report, language: Language): EmissionLine[] {
  if (sourceEmissions === null || sourceEmissions.massKg === null) return [];
  const { money, atLeast, withGaps } = language.texts;
  const { massKg, quality, publisher } = sourceEmissions;
  const mass = language.mass(massKg);
  const value = quality !== 'partial' ? mass : massKg >= 0 ? atLeast(mass) : withGaps(mass);
  const detail = money.marginalPublisher(fitted(language.label(publisher), PUBLISHER_COLUMNS));
  return [{ name: money.marginalEmissions, value, detail }];
}
