import { type CostLine, costTable } from '../../cost-lines.ts';
import { emissionLines } from '../../emission-lines.ts';
import { capitalised } from '../../language/initial-letter.ts';
import { drawFacts, FACTS_HEIGHT } from '../fact-strip.ts';
import type { Sheet } from '../sheet.ts';
import { drawTable, tableStartHeight } from '../table.ts';
import type { TableRow } from '../table-rows.ts';
import { writeHeading, writeParagraph } from '../text-blocks.ts';
import { wrapText } from '../text-fitting.ts';
import { leadingOf, TYPE } from '../type-scale.ts';

const NAME_WIDTH = 190;
const NUMBER_WIDTH = 84;
const FACTS_IN_A_ROW = 3;
const SPACE_BELOW_SENTENCES = 6;

/** What the estimated cost is made of, and the emissions: nothing where there is no estimate. */
export function drawEstimates(sheet: Sheet): void {
  drawCost(sheet);
  drawEmissions(sheet);
}

function drawCost(sheet: Sheet): void {
  const { language, report } = sheet;
  const table = costTable(report, language);
  if (table === null) return;
  const { money, columns } = language.texts;
  writeHeading(sheet, money.costSection, tableStartHeight(table.lines.length + 1, table.lines.length + 1));
  const number = (heading: string) => ({ heading, width: NUMBER_WIDTH, alignment: 'right' }) as const;
  drawTable(sheet, {
    columns: [
      { heading: money.lineColumn, width: NAME_WIDTH, alignment: 'left' },
      number(columns.energy),
      number(money.priceColumn),
      number(table.currency),
    ],
    rows: [...table.lines.map(rowOf), { ...rowOf(table.total), strong: true }],
  });
  if (table.remark !== null) writeParagraph(sheet, table.remark, TYPE.muted);
  sheet.y += 8;
}

const rowOf = ({ name, energy, price, cost }: CostLine): TableRow => ({ cells: [name, energy, price, cost] });

function drawEmissions(sheet: Sheet): void {
  const { language, report } = sheet;
  const lines = emissionLines(report, language);
  if (lines.length === 0) return;
  writeHeading(sheet, language.texts.money.emissionsSection, FACTS_HEIGHT);
  drawFacts(sheet, lines, FACTS_IN_A_ROW);
}

/** The same in a sentence each, for a report of one page. */
export function drawEstimateSentences(sheet: Sheet): void {
  for (const sentence of sentencesOf(sheet)) writeParagraph(sheet, sentence, TYPE.muted);
  if (sentencesOf(sheet).length > 0) sheet.y += SPACE_BELOW_SENTENCES;
}

/** What the sentences take. */
export function estimateSentencesHeight(sheet: Sheet): number {
  const lines = sentencesOf(sheet).flatMap((sentence) => wrapText(sheet.surface, sentence, TYPE.muted, sheet.width));
  return lines.length === 0 ? 0 : lines.length * leadingOf(TYPE.muted) + SPACE_BELOW_SENTENCES;
}

function sentencesOf({ language, report }: Sheet): string[] {
  const { labelled, semicolon, money } = language.texts;
  const table = costTable(report, language);
  const emissions = emissionLines(report, language);
  const costs = table?.lines.map(({ name, cost }) => labelled(name, cost)) ?? [];
  return [
    ...(table === null ? [] : [`${money.costSection}, ${table.currency}. ${costs.join(semicolon)}.`]),
    ...(table?.remark == null ? [] : [`${capitalised(table.remark)}.`]),
    ...(emissions.length === 0
      ? []
      : [`${emissions.map(({ name, value, detail }) => labelled(name, `${value} (${detail})`)).join(semicolon)}.`]),
  ];
}
