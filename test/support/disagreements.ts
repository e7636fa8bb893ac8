import { TOTAL_NAMES, type TotalName } from '../../shared/domain/energy/day-facts.ts';
import { MISSING } from '../../shared/domain/energy/figure.ts';
import type { Report } from '../../shared/domain/report/report.ts';
import { batteryLines, ownUseName } from '../../shared/rendering/battery-lines.ts';
import { costTable, totalCost } from '../../shared/rendering/cost-lines.ts';
import { renderCsv } from '../../shared/rendering/csv/render-csv.ts';
import { emissionLines } from '../../shared/rendering/emission-lines.ts';
import { energyFlows } from '../../shared/rendering/energy-flows.ts';
import { renderJson } from '../../shared/rendering/json/render-json.ts';
import { signOfColumn } from '../../shared/rendering/language/figure-words.ts';
import { type Language, languageFor } from '../../shared/rendering/language/language.ts';
import { createMailComposer } from '../../shared/rendering/mail/mail-composer.ts';
import { dayTableColumns, printedDays } from '../../shared/rendering/printed-days.ts';
import { printedParts } from '../../shared/rendering/printed-parts.ts';
import { readCsvRecords } from './csv-reader.ts';
import { readHtml } from './html-reader.ts';

interface Json {
  readonly totals: Readonly<Record<string, number | null>>;
  readonly registers: readonly { readonly id: string; readonly energyKWh: number | null }[];
  readonly cost: { readonly totalMinor?: number } | null;
}

const CSV_ROLES: Readonly<Record<string, string>> = {
  consumption: 'consumption',
  production: 'production',
  netGrid: 'net_grid',
  battery: 'battery',
  other: 'other',
};

/** Single spaces, whatever kind they are. */
const plain = (text: string) => text.replaceAll(/\s+/g, ' ');

/**
 * What one rendering of a report says otherwise than another, or does not say; empty where all agree. The PDF comes as
 * the text that a reader had from it.
 */
export function disagreements(report: Report, pdfText: string): string[] {
  const language = languageFor(report.presentation.locale);
  const mail = createMailComposer().compose(report, []);
  const texts = {
    pdf: plain(pdfText),
    text: plain(mail.text.replaceAll(/\n\s*/g, ' ')),
    html: plain(readHtml(mail.html).text),
  };
  const json = JSON.parse(new TextDecoder().decode(renderJson(report))) as Json;
  const missing = (phrases: readonly string[], where: readonly (keyof typeof texts)[]) =>
    where.flatMap((name) =>
      phrases.filter((phrase) => !texts[name].includes(plain(phrase))).map((phrase) => `${name} lacks “${phrase}”`),
    );
  return [
    ...missing(sentencesOf(report, language), ['pdf', 'text', 'html']),
    ...missing(totalsOf(report, language), ['text', 'html']),
    ...missing(partsOf(report, language), report.kind === 'daily' ? ['text', 'html'] : ['pdf', 'text', 'html']),
    ...missing(daysOf(report, language), report.kind === 'daily' ? [] : ['pdf', 'text']),
    ...missing(batteryOf(report, language), report.kind === 'daily' ? ['text', 'html'] : ['pdf', 'text', 'html']),
    ...missing(flowsOf(report, language), ['text', 'html']),
    ...missing(estimatesOf(report, language), ['pdf', 'text', 'html']),
    ...dataDisagreements(report, json),
  ];
}

const sentencesOf = (report: Report, language: Language) => [
  language.headline(report),
  language.completenessSentence(report),
  ...language.comparisonLines(report),
  language.readLine(report),
];

function totalsOf(report: Report, language: Language): string[] {
  if (report.registers.every((register) => register.energyKWh === null)) return [];
  return TOTAL_NAMES.filter((name) => report.totals[name].quality !== 'not_applicable').map(
    (name) => `${labelOf(name, report, language)} ${language.total(report, name)}`,
  );
}

const labelOf = (name: TotalName, report: Report, language: Language) =>
  name === 'selfConsumption' ? ownUseName(report, language, language.totalLabel(name)) : language.totalLabel(name);

const batteryOf = (report: Report, language: Language) =>
  batteryLines(report, language).map(({ name, value }) => `${name} ${value}`);

/** Each part of what came and went, where the mails show that at all. */
const flowsOf = (report: Report, language: Language) =>
  report.battery === null && report.measuresCircuits
    ? []
    : (energyFlows(report, language)?.sides ?? []).flatMap(({ parts }) =>
        parts.map(({ name, value }) => `${name} ${value}`),
      );

function partsOf(report: Report, language: Language): string[] {
  const { parts, sum, decimals } = printedParts(report);
  if (parts.every((part) => part.energyKWh === null)) return [];
  const amounts = parts.map((part) =>
    language.printedFigure(part.printedKWh, part, decimals, part.kind === 'other' ? 'signed' : 'additive'),
  );
  return sum === null ? amounts : [...amounts, language.printedFigure(sum.printedKWh, sum, decimals)];
}

function daysOf(report: Report, language: Language): string[] {
  if (report.days.every((day) => day.quality === 'missing')) return [];
  const columns = printedDays(report, dayTableColumns(report), 1).filter(({ name }) => !name.startsWith('grid'));
  return columns.flatMap(({ name, printedKWh, figures }) =>
    printedKWh.map((printed, index) =>
      language.printedFigure(printed, figures[index] ?? MISSING, 1, signOfColumn(name)),
    ),
  );
}

function estimatesOf(report: Report, language: Language): string[] {
  const table = costTable(report, language);
  if (report.days.every((day) => day.quality === 'missing')) return [];
  return [
    ...(report.cost?.estimated === true ? [totalCost(report.cost, language)] : []),
    ...(table?.lines.map((line) => line.cost) ?? []),
    ...emissionLines(report, language).map(({ value }) => value),
  ];
}

/** The files for programs hold figures in full: they have to come to what is printed. */
function dataDisagreements(report: Report, json: Json): string[] {
  const rows = readCsvRecords(new TextDecoder().decode(renderCsv(report)).replace('\uFEFF', ''));
  const differs = (name: string, energyKWh: number | null, matches: (row: Record<string, string>) => boolean) => {
    const cells = rows.filter(matches).map((row) => row['energy_kwh'] ?? '');
    if (energyKWh === null || cells.some((cell) => cell === '')) return [];
    const summed = cells.reduce((sum, cell) => sum + Number(cell), 0);
    // Each cell is rounded to a millionth.
    return Math.abs(summed - energyKWh) < 1e-6 * cells.length
      ? []
      : [`csv has ${summed} of ${name}, json ${energyKWh}`];
  };
  const totals = Object.entries(CSV_ROLES).flatMap(([name, role]) =>
    differs(name, json.totals[`${name}KWh`] ?? null, (row) => row['role'] === role),
  );
  const registers = json.registers.flatMap(({ id, energyKWh }) =>
    differs(id, energyKWh, (row) => row['register_id'] === id),
  );
  const isSame = report.cost === null || !report.cost.estimated || json.cost?.totalMinor === report.cost.totalMinor;
  return [...totals, ...registers, ...linesThatDoNotAddUp(report), ...(isSame ? [] : ['json has another cost'])];
}

function linesThatDoNotAddUp({ cost }: Report): string[] {
  if (cost === null || !cost.estimated) return [];
  const bands = cost.perBand.reduce((sum, band) => sum + band.costMinor, 0);
  const total = bands - (cost.exportCreditMinor ?? 0) + (cost.standingChargeMinor ?? 0);
  return total === cost.totalMinor ? [] : [`the lines of the cost come to ${total}, not to ${cost.totalMinor}`];
}
