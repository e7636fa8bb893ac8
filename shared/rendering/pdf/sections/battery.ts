import { MISSING } from '../../../domain/energy/figure.ts';
import { batteryLines } from '../../battery-lines.ts';
import { printedDays } from '../../printed-days.ts';
import { drawFacts, FACTS_HEIGHT } from '../fact-strip.ts';
import { heightOfEmptyPage, type Sheet } from '../sheet.ts';
import { drawTable, tableStartHeight } from '../table.ts';
import type { TableRow } from '../table-rows.ts';
import { writeHeading, writeParagraph } from '../text-blocks.ts';
import { wrapText } from '../text-fitting.ts';
import { leadingOf, TYPE } from '../type-scale.ts';

const HEADING = 20;
const SPACE_BELOW = 6;
const DATE_WIDTH = 96;
const AMOUNT_WIDTH = 88;
const SPACE_FOR_HEADING = 24;
const LEAST_ROWS = 10;
const DECIMALS = 1;

/** What the section takes, with its heading; nothing without a battery. */
export const batteryHeight = ({ report }: Sheet): number =>
  report.battery === null ? 0 : HEADING + FACTS_HEIGHT + SPACE_BELOW;

/** What the battery charged, gave, lost and stored, side by side. */
export function drawBattery(sheet: Sheet): void {
  const lines = batteryLines(sheet.report, sheet.language);
  if (lines.length === 0) return;
  writeHeading(sheet, sheet.language.texts.flow.battery, FACTS_HEIGHT);
  drawFacts(sheet, lines);
}

/** The same in a sentence, for a page with little room. */
export function drawBatterySentence(sheet: Sheet): void {
  const sentence = batterySentence(sheet);
  if (sentence === undefined) return;
  writeParagraph(sheet, sentence, TYPE.muted);
  sheet.y += SPACE_BELOW;
}

/** What the sentence takes; nothing without a battery. */
export function batterySentenceHeight(sheet: Sheet): number {
  const sentence = batterySentence(sheet);
  if (sentence === undefined) return 0;
  return wrapText(sheet.surface, sentence, TYPE.muted, sheet.width).length * leadingOf(TYPE.muted) + SPACE_BELOW;
}

function batterySentence({ report, language }: Sheet): string | undefined {
  const { flow, labelled, semicolon } = language.texts;
  const lines = batteryLines(report, language).map(({ name, value }) => `${name} ${value}`);
  return lines.length === 0 ? undefined : `${labelled(flow.battery, lines.join(semicolon))}.`;
}

/** The same day by day, with what was stored at the end of each; the printed days add up to the printed totals. */
export function drawBatteryDays(sheet: Sheet): void {
  const { language, report } = sheet;
  const { flow, columns } = language.texts;
  if (report.battery === null) return;
  const printed = printedDays(report, ['charged', 'discharged'], DECIMALS);
  const number = (heading: string) => ({ heading, width: AMOUNT_WIDTH, alignment: 'right' }) as const;
  const knowsStored = report.days.some(({ battery }) => battery?.atEnd != null);
  const stored = (energyKWh: number | null) => (knowsStored ? [language.amount(energyKWh, DECIMALS)] : []);
  const rows = report.days.map(
    (day, index): TableRow => ({
      cells: [
        language.rowDate(day.date),
        ...printed.map(({ printedKWh, figures }) =>
          language.printedFigure(printedKWh[index] ?? null, figures[index] ?? MISSING, DECIMALS),
        ),
        ...stored(day.battery?.atEnd ?? null),
      ],
    }),
  );
  const sums = printed.map(({ printedTotalKWh, total }) => language.printedFigure(printedTotalKWh, total, DECIMALS));
  rows.push({ cells: [columns.sum, ...sums, ...(knowsStored ? [''] : [])], strong: true });
  const whole = tableStartHeight(rows.length, rows.length);
  const isShort = whole <= heightOfEmptyPage(sheet) - SPACE_FOR_HEADING;
  writeHeading(sheet, flow.batteryDays, isShort ? whole : tableStartHeight(rows.length, LEAST_ROWS));
  drawTable(sheet, {
    columns: [
      { heading: columns.date, width: DATE_WIDTH, alignment: 'left' },
      ...[flow.charged, flow.discharged, ...(knowsStored ? [flow.storedAtMidnight] : [])].map(number),
    ],
    rows,
  });
  sheet.y += 4;
}
