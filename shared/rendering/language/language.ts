import type { Note } from '../../domain/report/note.ts';
import type { Report } from '../../domain/report/report.ts';
import { sanitised } from '../sanitise.ts';
import { completenessOf } from './completeness.ts';
import { type DateFormats, dateFormats } from './date-formats.ts';
import { type FigurePhrases, figurePhrases } from './figure-words.ts';
import { gapPhrases } from './gap-words.ts';
import { headlineOf } from './headline.ts';
import { readerLocale } from './locale.ts';
import { type MethodPhrases, methodPhrases } from './method-words.ts';
import { noteTextOf } from './note-words.ts';
import { type NumberFormats, numberFormats } from './number-formats.ts';
import { type PeriodPhrases, periodPhrases } from './period-words.ts';
import type { Texts } from './texts.ts';

/** All words and formats of a reader: whatever a rendering prints comes out of here or is a name of the tenant's. */
export interface Language extends NumberFormats, DateFormats, PeriodPhrases, FigurePhrases, MethodPhrases {
  /** BCP 47 tag of what is written, for `lang` attributes. */
  readonly tag: string;
  readonly dir: 'ltr' | 'rtl';
  readonly texts: Texts;
  /** "You used 812 kWh and produced 430 kWh in October 2026." */
  headline(report: Report): string;
  /** "Complete data for 29 of 30 days; 98.6 % of the expected 5-minute samples; gap on 14 September, 02:00–11:35." */
  completenessSentence(report: Report): string;
  noteText(note: Note, report: Report): string;
  /** A name or id that came from outside, fit to be shown. */
  label(text: string): string;
}

export interface LanguageOptions {
  /** What else to do to names and ids from outside, after they were made safe to show. */
  readonly showLabel?: (label: string) => string;
}

/** The language of a BCP 47 tag; a tag without phrases of its own reads English with its own number formats. */
export function languageFor(locale: string, options: LanguageOptions = {}): Language {
  const { texts, numberLocale, dateLocale } = readerLocale(locale);
  const label = (text: string) => {
    const safe = sanitised(text, { empty: texts.unnamed });
    return options.showLabel === undefined ? safe : options.showLabel(safe);
  };
  const numbers = numberFormats(numberLocale);
  const dates = dateFormats(dateLocale, texts);
  const figures = figurePhrases(texts, numbers);
  const periods = periodPhrases(texts, dates, numbers);
  const gaps = gapPhrases(dateLocale, texts, dates, label);
  return {
    tag: dateLocale,
    dir: texts.direction,
    texts,
    ...numbers,
    ...dates,
    ...figures,
    ...periods,
    ...methodPhrases(texts, numbers, dates, label),
    headline: (report) => headlineOf(report, texts, figures, periods),
    completenessSentence: (report) => completenessOf(report, texts, numbers, gaps),
    noteText: (note, report) => noteTextOf(note, report, { texts, numbers, dates, gaps, showLabel: label }),
    label,
  };
}
