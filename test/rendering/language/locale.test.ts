import { describe, expect, it } from 'vitest';
import { languageFor } from '../../../shared/rendering/language/language.ts';
import { aReport } from '../../support/report-builder.ts';

const report = aReport({ period: '2026-11-19' });
const spaced = (text: string) => text.replaceAll('\u00A0', ' ');

describe('the language of a reader', () => {
  it.each([
    ['en-US', 'en-US', 'Thursday, November 19, 2026', '41.3'],
    ['en-GB', 'en-GB', 'Thursday, 19 November 2026', '41.3'],
    ['de-DE', 'en-DE', 'Thursday, 19 November 2026', '41,3'],
    ['nb', 'en-NO', 'Thursday, 19 November 2026', '41,3'],
    ['fr-FR', 'en-FR', 'Thursday, 19 November 2026', '41,3'],
    ['not a tag!', 'en-US', 'Thursday, November 19, 2026', '41.3'],
    ['', 'en-US', 'Thursday, November 19, 2026', '41.3'],
  ])('%s is written as %s', (locale, tag, title, number) => {
    const language = languageFor(locale);
    expect(language.tag).toBe(tag);
    expect(language.periodTitle(report)).toBe(title);
    expect(language.amount(41.3, 1)).toBe(number);
  });

  it('reads left to right, with phrases for every key', () => {
    const language = languageFor('en');
    expect(language.dir).toBe('ltr');
    expect(emptyPhrases(language.texts)).toEqual([]);
  });

  it('keeps English sentences around the numbers of a region', () => {
    expect(spaced(languageFor('de-DE').headline(aReport()))).toMatch(
      /^You used [\d.]+ kWh and produced [\d.]+ kWh in October 2026\.$/,
    );
  });
});

function emptyPhrases(texts: object, path = 'texts'): string[] {
  return Object.entries(texts).flatMap(([key, phrase]: [string, unknown]) => {
    if (typeof phrase === 'object' && phrase !== null) return emptyPhrases(phrase, `${path}.${key}`);
    return phrase === '' || phrase === undefined ? [`${path}.${key}`] : [];
  });
}
