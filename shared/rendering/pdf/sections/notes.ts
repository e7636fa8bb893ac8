import { PALETTE } from '../../palette.ts';
import { pageBudget } from '../page-budget.ts';
import { roomLeft, type Sheet, startPage } from '../sheet.ts';
import type { TextStyle } from '../surface.ts';
import { writeHeading, writeLines } from '../text-blocks.ts';
import { wrapText } from '../text-fitting.ts';
import { leadingOf, TYPE } from '../type-scale.ts';

const INDENT = 14;
const SPACE_BETWEEN = 3.5;

interface ShownNote {
  readonly text: string;
  readonly attention: boolean;
}

/** What a reader has to know about the figures, what needs a look first. */
export function drawNotes(sheet: Sheet, style: TextStyle = TYPE.body): void {
  const { language } = sheet;
  const notes = notesOf(sheet);
  if (notes.length === 0) return;
  writeHeading(sheet, language.texts.sections.notes, 30);
  sheet.surface.group('L', () => {
    for (const [index, note] of notes.entries()) {
      if (drawNote(sheet, note, style)) continue;
      drawNote(
        { ...sheet, bottom: sheet.bottom + 20 },
        { text: language.texts.pdf.moreNotes(notes.length - index), attention: true },
        style,
      );
      break;
    }
  });
  sheet.y += 12;
}

/** What the notes take, with their heading. */
export function notesHeight(sheet: Sheet, style: TextStyle = TYPE.body): number {
  const lines = notesOf(sheet).map((note) => wrapText(sheet.surface, note.text, style, sheet.width - INDENT).length);
  return lines.reduce((sum, count) => sum + count * leadingOf(style) + SPACE_BETWEEN, lines.length === 0 ? 0 : 32);
}

function notesOf(sheet: Sheet): ShownNote[] {
  const { language, report } = sheet;
  const notes = report.notes.map((note) => ({ text: language.noteText(note, report), attention: note.attention }));
  if (hasUnshownCharacters(sheet)) notes.push({ text: language.texts.pdf.unshownCharacters, attention: false });
  return notes;
}

/** False when the notes have used up their pages. */
function drawNote(sheet: Sheet, note: ShownNote, style: TextStyle): boolean {
  const { surface, left } = sheet;
  const leading = leadingOf(style);
  const lines = wrapText(surface, note.text, style, sheet.width - INDENT);
  if (roomLeft(sheet) < lines.length * leading) {
    if (surface.pageCount >= pageBudget(sheet.report).notes) return false;
    startPage(sheet);
  }
  const top = sheet.y;
  surface.group('LI', () => {
    surface.content('Lbl', () => {
      const mark = note.attention ? '!' : '•';
      const markStyle = note.attention ? { ...TYPE.attention, size: style.size } : { ...style, colour: PALETTE.muted };
      surface.writeText(mark, left + (note.attention ? 3 : 2), top + style.size, markStyle);
    });
    surface.content('LBody', () => writeLines(surface, lines, left + INDENT, top + style.size, style));
  });
  sheet.y = top + lines.length * leading + SPACE_BETWEEN;
  return true;
}

function hasUnshownCharacters({ language, report }: Sheet): boolean {
  const { location, presentation, registers } = report;
  const names = [location.label, location.city, location.state, presentation.organization, presentation.contact];
  return [...names, ...registers.map((register) => register.label)].some(
    (name) => name !== null && language.label(name).includes('\ufffd'),
  );
}
