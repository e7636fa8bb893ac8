import { remembered } from '../remembered.ts';
import type { PageSize } from './surface.ts';

const A4: PageSize = { name: 'A4', width: 595.28, height: 841.89 };
const LETTER: PageSize = { name: 'Letter', width: 612, height: 792 };

/** Regions whose everyday paper is US Letter (Unicode CLDR, `paperSize`). */
const LETTER_REGIONS = new Set('BZ CA CL CO CR GT MX NI PA PH PR SV US VE'.split(' '));

/** The paper that readers of a locale print on: US Letter in most of the Americas and the Philippines, A4 elsewhere. */
export const pageSizeFor = remembered(
  50,
  (locale: string): PageSize => (LETTER_REGIONS.has(regionOf(locale)) ? LETTER : A4),
);

function regionOf(locale: string): string {
  try {
    return new Intl.Locale(locale).maximize().region ?? '';
  } catch {
    return '';
  }
}
