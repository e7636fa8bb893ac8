import type { Logo } from '../../domain/branding/branding.ts';
import type { Report } from '../../domain/report/report.ts';
import type { Language } from '../language/language.ts';
import { PALETTE } from '../palette.ts';
import type { Colour, Rectangle, Surface } from './surface.ts';

/** What a section is drawn with: the surface, the words, the report, and the height at which the next block begins. */
export interface Sheet {
  readonly surface: Surface;
  readonly language: Language;
  readonly report: Report;
  readonly logo: Logo | null;
  /** What carries the operator's colour. */
  readonly accent: Colour;
  readonly left: number;
  readonly right: number;
  readonly width: number;
  /** The lowest line that blocks may reach; below it is the footer. */
  readonly bottom: number;
  y: number;
}

const SIDE_MARGIN = 48;
const FIRST_PAGE_TOP = 46;
const NEXT_PAGES_TOP = 70;
const BOTTOM_MARGIN = 58;

export function openSheet(surface: Surface, language: Language, report: Report, logo: Logo | null = null): Sheet {
  const left = SIDE_MARGIN;
  const right = surface.page.width - SIDE_MARGIN;
  const bottom = surface.page.height - BOTTOM_MARGIN;
  surface.addPage();
  const accent = report.presentation.branding?.accent ?? PALETTE.consumptionText;
  return { surface, language, report, logo, accent, left, right, width: right - left, bottom, y: FIRST_PAGE_TOP };
}

export function startPage(sheet: Sheet): void {
  sheet.surface.addPage();
  sheet.y = NEXT_PAGES_TOP;
}

/** What a page from the second on has room for. */
export const heightOfEmptyPage = (sheet: Sheet): number => sheet.bottom - NEXT_PAGES_TOP;

export const roomLeft = (sheet: Sheet): number => sheet.bottom - sheet.y;

/** Begins a new page unless a block of that height still fits on this one. */
export function ensureRoom(sheet: Sheet, height: number): void {
  if (roomLeft(sheet) < height && sheet.y > NEXT_PAGES_TOP) startPage(sheet);
}

/** The full-width strip of a height below the present position. */
export const stripOf = (sheet: Sheet, height: number): Rectangle => ({
  x: sheet.left,
  y: sheet.y,
  width: sheet.width,
  height,
});
