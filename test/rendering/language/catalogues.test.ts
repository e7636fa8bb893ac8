import { describe, expect, it } from 'vitest';
import { languageFor } from '../../../shared/rendering/language/language.ts';
import type { Texts } from '../../../shared/rendering/language/texts.ts';
import { marksIn, phrasesOf } from '../../support/phrases.ts';

const english = languageFor('en').texts;
const reference = phrasesOf(english);
const TRANSLATED = ['de', 'fr', 'es', 'nb'] as const;
const catalogues = TRANSLATED.map((language) => ({ language, phrases: phrasesOf(languageFor(language).texts) }));

/** Phrases that hold words and are the same in English all the same. */
const SAME: Readonly<Record<(typeof TRANSLATED)[number], readonly string[]>> = {
  de: [],
  fr: [
    'totals.production',
    'roles.circuit',
    'roles.production_register',
    'shortTotals.circuits',
    'columns.date',
    'columns.circuit',
    'columns.sum',
    'columns.sumOf',
    'comparison.productionIn',
  ],
  es: ['marks.provisional', 'mail.remarks.provisional', 'columns.sum', 'columns.sumOf'],
  nb: ['columns.coverage'],
};
/** Read alike by everybody. */
const UNITS = /\b(?:kWh|kW|W|h|min|PDF|CSV|JSON|CO₂)\b|CO₂/g;
const hasWords = (phrase: string) => /\p{L}/u.test(phrase.replaceAll(/⟦\w+⟧/g, '').replaceAll(UNITS, ''));

describe.each(catalogues)('the catalogue $language', ({ language, phrases }) => {
  it('has every phrase, and no other', () => {
    expect([...phrases.keys()]).toEqual([...reference.keys()]);
    expect([...phrases].filter(([, phrase]) => phrase.trim() === '' || /undefined|NaN/.test(phrase))).toEqual([]);
  });

  it('fills each phrase with what fills the English one', () => {
    const wrong = [...phrases].filter(([path, phrase]) => {
      return marksIn(phrase).join() !== marksIn(reference.get(path) ?? '').join();
    });
    expect(wrong).toEqual([]);
  });

  it('says it in its own words', () => {
    const alike = [...phrases].filter(([path, phrase]) => hasWords(phrase) && phrase === reference.get(path));
    expect(alike.map(([path]) => path).sort()).toEqual([...SAME[language], 'direction'].sort());
  });

  it('is set as its typographers do', () => {
    const texts = [...phrases].filter(([path]) => path !== 'semicolon').map(([, phrase]) => phrase);
    const all = texts.join('\n');
    expect(texts.filter((text) => /["']|\.\.\.| -- | {2}|\s$|\s[,.]/.test(text))).toEqual([]);
    const count = (quote: string) => all.split(quote).length - 1;
    const [open, close] = language === 'de' ? ['„', '“'] : ['«', '»'];
    expect(count(open)).toBeGreaterThan(5);
    expect(count(open)).toBe(count(close));
    expect(texts.filter((text) => (language === 'de' ? /[«»”]/ : /[„“”]/).test(text))).toEqual([]);
  });

  it('keeps numbers and their units on one line', () => {
    const loose = [...phrases].filter(([, phrase]) => /[\d⟧] (?:%|min\b|g CO|g de CO|[ht] \p{L})/u.test(phrase));
    expect(loose).toEqual([]);
  });
});

describe('French', () => {
  it('has spaces that do not break before tall punctuation and inside its quotes', () => {
    const { phrases } = catalogues[1] ?? { phrases: new Map<string, string>() };
    const marks = [...phrases].filter(([, phrase]) => /[:;!?»%]/.test(phrase));
    expect(marks.length).toBeGreaterThan(30);
    expect(marks.filter(([, phrase]) => /[^\u00A0][:;!?»%]|«[^\u00A0]/.test(phrase))).toEqual([]);
  });
});

describe('a catalogue that lacks a phrase', () => {
  it('does not compile', () => {
    const { semicolon, ...rest } = english;
    const { page, ...marks } = english.marks;
    // @ts-expect-error A phrase is missing.
    const lacksOne: Texts = rest;
    // @ts-expect-error A phrase of a part is missing.
    const lacksOneOfAPart: Texts = { ...english, marks };
    expect([lacksOne, lacksOneOfAPart, semicolon, page(1, 2)]).toHaveLength(4);
  });
});

describe('plurals', () => {
  it.each([
    ['en', ['0 days', '1 day', '2 days']],
    ['de', ['0 Tage', '1 Tag', '2 Tage']],
    ['fr', ['0 jour', '1 jour', '2 jours']],
    ['es', ['0 días', '1 día', '2 días']],
    ['nb', ['0 dager', '1 dag', '2 dager']],
  ])('are those of %s', (language, days) => {
    expect([0, 1, 2].map(languageFor(language).texts.days)).toEqual(days);
  });

  it.each([
    ['de', 'Eine weitere Lücke ist hier nicht aufgeführt.', '3 weitere Lücken sind hier nicht aufgeführt.'],
    ['fr', 'Une autre lacune n’est pas mentionnée ici.', '3 autres lacunes ne sont pas mentionnées ici.'],
    ['es', 'Hay una interrupción más que no se detalla aquí.', 'Hay 3 interrupciones más que no se detallan aquí.'],
    ['nb', 'Ett hull til er ikke tatt med her.', '3 hull til er ikke tatt med her.'],
  ])('carry their verbs and articles along: %s', (language, one, three) => {
    const { more_gaps } = languageFor(language).texts.notes;
    expect([more_gaps(1), more_gaps(3)]).toEqual([one, three]);
  });
});
