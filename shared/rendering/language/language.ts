import type { Note } from '../../domain/report/note.ts';
import type { Report } from '../../domain/report/report.ts';
import { remembered } from '../remembered.ts';
import { sanitised } from '../sanitise.ts';
import { type ComparisonPhrases, comparisonPhrases } from './comparison-words.ts';
import { completenessOf } from './completeness.ts';
import { type DateFormats, dateFormats } from './date-formats.ts';
import { type FigurePhrases, figurePhrases } from './figure-words.ts';
import { gapPhrases } from './gap-words.ts';
import { headlineOf } from './headline.ts';
import { readerLocale } from './locale.ts';
import { type MethodPhrases, methodPhrases } from './method-words.ts';
import { type MoneyFormats, moneyFormats } from './money-formats.ts';
import { noteTextOf } from './note-words.ts';
import { type NumberFormats, numberFormats } from './number-formats.ts';
import { type PeriodPhrases, periodPhrases } from './period-words.ts';
import type { Texts } from './texts.ts';

/** All words and formats of a reader: whatever a rendering prints comes out of here or is a name of the tenant's. */
export interface Language
  extends NumberFormats,
    DateFormats,
    MoneyFormats,
    PeriodPhrases,
    FigurePhrases,
    MethodPhrases,
    ComparisonPhrases {
  /** BCP 47 tag of what is written, for `lang` attributes. */
  readonly tag: string;
  readonly dir: 'ltr' | 'rtl';
  readonly texts: Texts;
  /** "You used 812 kWh in October 2026, 6 % less than in October 2025, on the same 31 days." */
  headline(report: Report): string;
  /** "Complete data for 29 of 30 days; 98.6 % of the expected 5-minute samples; gap on 14 September, 02:00–11:35." */
  completenessSentence(report: Report): string;
  noteText(note: Note, report: Report): string;
  /** A name or id that came from outside, fit to be shown. */
  label(text: string): string;
  /** A line of the operator's own, fit to be shown. */
  operatorLine(text: string): string;
}

export interface LanguageOptions {
  /** What else to do to names and ids from outside, after they were made safe to show. */
  readonly showLabel?: (label: string) => string;
}

const LABEL_GRAPHEMES = 60;
const LABELS_REMEMBERED = 500;
const LONGEST_REMEMBERED = 120;
/** As long as the configuration allows. */
const OPERATOR_LINE_GRAPHEMES = 200;

/** The language of a BCP 47 tag; a tag without phrases of its own reads English with its own number formats. */
export function languageFor(locale: string, options: LanguageOptions = {}): Language {
  const { texts, numberLocale, dateLocale } = readerLocale(locale);
  const shown = (text: string, maxGraphemes: number) => {
    const safe = sanitised(text, { empty: texts.unnamed, maxGraphemes });
    return options.showLabel === undefined ? safe : options.showLabel(safe);
  };
  // A circuit's name stands in the bars, the table and the notes, and in tomorrow's report.
  const rememberedLabel = remembered(LABELS_REMEMBERED, (text: string) => shown(text, LABEL_GRAPHEMES));
  const label = (text: string) =>
    text.length <= LONGEST_REMEMBERED ? rememberedLabel(text) : shown(text, LABEL_GRAPHEMES);
  const numbers = numberFormats(numberLocale);
  const dates = dateFormats(dateLocale, texts);
  const figures = figurePhrases(texts, numbers);
  const periods = periodPhrases(texts, dates, numbers);
  const comparisons = comparisonPhrases({ texts, numbers, dates, periods });
  const gaps = gapPhrases(dateLocale, texts, dates, label);
  return {
    tag: dateLocale,
    dir: texts.direction,
    texts,
    ...numbers,
    ...dates,
    ...figures,
    ...moneyFormats(numberLocale),
    ...periods,
    ...comparisons,
    ...methodPhrases(texts, numbers, dates, label),
    headline: (report) => headlineOf(report, texts, figures, periods, comparisons.comparisonPhrase(report)),
    completenessSentence: (report) => completenessOf(report, texts, numbers, gaps),
    noteText: (note, report) => noteTextOf(note, report, { texts, numbers, dates, gaps, showLabel: label }),
    label,
    operatorLine: (text) => shown(text, OPERATOR_LINE_GRAPHEMES),
  };
}
