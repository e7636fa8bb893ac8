import { describe, expect, it } from 'vitest';
import { languageFor } from '../../../shared/rendering/language/language.ts';
import { aReport } from '../../support/report-builder.ts';

const report = aReport({ period: '2026-11-19' });
const spaced = (text: string) => text.replaceAll('\u00A0', ' ');

describe('the language of a reader', () => {
  it.each([
    ['en-US', 'en-US', 'Thursday, November 19, 2026', '41.3'],
    ['en-GB', 'en-GB', 'Thursday, 19 November 2026', '41.3'],
    ['de-DE', 'de-DE', 'Donnerstag, 19. November 2026', '41,3'],
    ['de-CH', 'de-CH', 'Donnerstag, 19. November 2026', '41.3'],
    ['de-AT', 'de-AT', 'Donnerstag, 19. November 2026', '41,3'],
    ['fr', 'fr', 'Jeudi 19 novembre 2026', '41,3'],
    ['fr-CH', 'fr-CH', 'Jeudi 19 novembre 2026', '41,3'],
    ['es-ES', 'es-ES', 'Jueves 19 de noviembre de 2026', '41,3'],
    ['es-MX', 'es-MX', 'Jueves 19 de noviembre de 2026', '41.3'],
    ['es-419', 'es-419', 'Jueves 19 de noviembre de 2026', '41.3'],
    ['nb', 'nb', 'Torsdag 19. november 2026', '41,3'],
    ['no', 'nb', 'Torsdag 19. november 2026', '41,3'],
    ['nn-NO', 'nb-NO', 'Torsdag 19. november 2026', '41,3'],
    ['it-IT', 'en-IT', 'Thursday, 19 November 2026', '41,3'],
    ['sv', 'en-SE', 'Thursday, 19 November 2026', '41,3'],
    ['not a tag!', 'en-US', 'Thursday, November 19, 2026', '41.3'],
    ['', 'en-US', 'Thursday, November 19, 2026', '41.3'],
  ])('%s is written as %s', (locale, tag, title, number) => {
    const language = languageFor(locale);
    expect(language.tag).toBe(tag);
    expect(language.periodTitle(report)).toBe(title);
    expect(language.amount(41.3, 1)).toBe(number);
  });

  it('keeps English sentences around the numbers of a region without phrases of its own', () => {
    expect(spaced(languageFor('it-IT').headline(aReport()))).toMatch(
      /^You used [\d.]+ kWh and produced [\d.]+ kWh in October 2026\.$/,
    );
  });
});
