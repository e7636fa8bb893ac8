import { TOTAL_NAMES, type TotalName } from '../../../domain/energy/day-facts.ts';
import type { Report } from '../../../domain/report/report.ts';
import { ownUseName } from '../../battery-lines.ts';
import { totalCost } from '../../cost-lines.ts';
import { emissionLines } from '../../emission-lines.ts';
import type { Language } from '../../language/language.ts';
import { UNKNOWN } from '../../language/number-formats.ts';
import type { Texts } from '../../language/texts.ts';

/** A figure with its name, and where or when it was. */
export interface Tile {
  readonly label: string;
  /** What qualifies the value, such as "at least": words before it and behind it, shown smaller. */
  readonly before: string;
  readonly value: string;
  readonly after: string;
  readonly detail: string | null;
}

/** Takes a figure in words apart into the words and the figure. */
export function qualified(text: string, texts: Texts): Pick<Tile, 'before' | 'value' | 'after'> {
  const unknown = Object.values(texts.qualities).find((reason) => text === texts.unknownBecause(UNKNOWN, reason));
  if (unknown !== undefined) return { before: '', value: UNKNOWN, after: text.slice(UNKNOWN.length) };
  for (const qualify of [texts.atLeast, texts.withGaps]) {
    const [before = '', after = ''] = qualify('\n').split('\n');
    const fits = text.startsWith(before) && text.endsWith(after) && text.length > before.length + after.length;
    if (fits) return { before, value: text.slice(before.length, text.length - after.length), after };
  }
  return { before: '', value: text, after: '' };
}

/** The words and the figure together again. */
export const spokenValue = ({ before, value, after }: Tile): string => before + value + after;

/** Every total that means something at the place, then the measures of how energy was used; none without any data. */
export function tilesOf(report: Report, language: Language): Tile[] {
  if (report.registers.every((register) => register.energyKWh === null)) return [];
  const totals = TOTAL_NAMES.filter((name) => report.totals[name].quality !== 'not_applicable').map((name) => ({
    label: labelOf(name, report, language),
    ...qualified(language.total(report, name), language.texts),
    detail: null,
  }));
  return [...totals, ...estimates(report, language), ...measures(report, language)];
}

function labelOf(name: TotalName, report: Report, language: Language): string {
  const label = language.totalLabel(name);
  return name === 'selfConsumption' ? ownUseName(report, language, label) : label;
}

/** Cost and emissions, each of which says that it is an estimate or whose factor it is. */
function estimates(report: Report, language: Language): Tile[] {
  const { cost } = report;
  const { texts } = language;
  const costTile = cost?.estimated === true && {
    label: texts.money.cost,
    ...qualified(totalCost(cost, language), texts),
    detail: texts.method.estimate,
  };
  const emissions = emissionLines(report, language).map(({ name, value, detail }) => ({
    label: name,
    ...qualified(value, texts),
    detail,
  }));
  return costTile === false ? emissions : [costTile, ...emissions];
}

function measures(report: Report, language: Language): Tile[] {
  const { marks } = language.texts;
  const { selfConsumptionShare, selfSufficiencyShare, peak, baseLoadW } = report;
  const tiles: Tile[] = [];
  const add = (label: string, value: string, detail: string | null = null) =>
    tiles.push({ label, before: '', value, after: '', detail });
  if (selfConsumptionShare !== null)
    add(ownUseName(report, language, marks.selfConsumption), language.percent(selfConsumptionShare));
  if (selfSufficiencyShare !== null) add(marks.selfSufficiency, language.percent(selfSufficiencyShare));
  if (peak !== null) {
    const isDaily = report.kind === 'daily';
    const when = isDaily ? language.time(peak.start, report.timeZone) : language.dateTime(peak.start, report.timeZone);
    add(marks.peak, language.power(peak.powerW), when);
  }
  if (baseLoadW !== null) add(marks.baseLoad, language.power(baseLoadW));
  return tiles;
}
