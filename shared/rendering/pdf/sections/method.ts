import type { Sheet } from '../sheet.ts';
import type { TextStyle } from '../surface.ts';
import { writeHeading, writeParagraph } from '../text-blocks.ts';
import { wrapText } from '../text-fitting.ts';
import { leadingOf, TYPE } from '../type-scale.ts';

const CONTACT = { ...TYPE.muted, weight: 'bold' } as const;
const SPACE_BETWEEN = 2;

/** How the figures were made, when the data was read, and whom to ask: one block that stays together. */
export function drawMethod(sheet: Sheet): void {
  const { surface, language, report } = sheet;
  const method = [...language.methodSentences(report), language.readLine(report)].join(' ');
  const lines = wrapText(surface, method, TYPE.small, sheet.width).length;
  writeHeading(sheet, language.texts.sections.method, lines * leadingOf(TYPE.small) + 3 + leadingOf(CONTACT));
  writeParagraph(sheet, method, TYPE.small);
  sheet.y += 3;
  writeParagraph(sheet, language.contactLine(report), CONTACT);
}

/** What the two sentences take. */
export function readAndContactHeight(sheet: Sheet, isShort = false): number {
  return blocksOf(sheet, isShort).reduce((sum, { text, style }) => {
    return sum + wrapText(sheet.surface, text, style, sheet.width).length * leadingOf(style) + SPACE_BETWEEN;
  }, 0);
}

/** When the data was read and whom to ask; all that a report of one day says about its making. In one block where room is dear. */
export function drawReadAndContact(sheet: Sheet, isShort = false): void {
  for (const { text, style } of blocksOf(sheet, isShort)) {
    writeParagraph(sheet, text, style);
    sheet.y += SPACE_BETWEEN;
  }
}

function blocksOf({ language, report }: Sheet, isShort: boolean): { text: string; style: TextStyle }[] {
  const [read, contact] = [language.readLine(report), language.contactLine(report)];
  if (isShort) return [{ text: `${read} ${contact}`, style: TYPE.small }];
  return [
    { text: read, style: TYPE.muted },
    { text: contact, style: CONTACT },
  ];
}
