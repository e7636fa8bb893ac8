import type { Sheet } from '../sheet.ts';
import { writeHeading, writeParagraph } from '../text-blocks.ts';
import { wrapText } from '../text-fitting.ts';
import { leadingOf, TYPE } from '../type-scale.ts';

const CONTACT = { ...TYPE.muted, weight: 'bold' } as const;

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

/** What the two lines take. */
export const READ_AND_CONTACT_HEIGHT = 30;

/** When the data was read and whom to ask; all that a report of one day says about its making. */
export function drawReadAndContact(sheet: Sheet): void {
  const { language, report } = sheet;
  writeParagraph(sheet, language.readLine(report), TYPE.muted);
  sheet.y += 2;
  writeParagraph(sheet, language.contactLine(report), CONTACT);
}
