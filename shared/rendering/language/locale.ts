import { german } from './texts/de.ts';
import { english } from './texts/en.ts';
import { spanish } from './texts/es.ts';
import { french } from './texts/fr.ts';
import { norwegian } from './texts/nb.ts';
import type { Texts } from './texts.ts';

/** The languages that reports can be read in; one more is one more file and one more line. */
const LANGUAGES: readonly Texts[] = [english, german, french, spanish, norwegian];
/** Who reads Norwegian, in either of its written forms, reads Bokmål. */
const READ_AS: Readonly<Record<string, string>> = { no: 'nb', nn: 'nb' };
const FALLBACK_LOCALE = 'en-US';

export interface ReaderLocale {
  readonly texts: Texts;
  /** Chooses the formats of numbers. */
  readonly numberLocale: string;
  /** Chooses the formats of dates, whose names have to be in the language of the phrases. */
  readonly dateLocale: string;
}

/**
 * Finds the phrases and formats for a BCP 47 tag. A language without phrases of its own reads English, with its own
 * numbers and with dates in English as its region writes them; a tag that is none at all counts as American English.
 */
export function readerLocale(tag: string): ReaderLocale {
  const locale = readAs(parseTag(tag));
  const texts = LANGUAGES.find((candidate) => candidate.language === locale.language);
  if (texts !== undefined) return { texts, numberLocale: locale.baseName, dateLocale: locale.baseName };
  const region = locale.maximize().region;
  return {
    texts: english,
    numberLocale: latinDigits(locale),
    dateLocale: region === undefined ? 'en-GB' : `en-${region}`,
  };
}

function readAs(locale: Intl.Locale): Intl.Locale {
  const language = READ_AS[locale.language];
  return language === undefined ? locale : new Intl.Locale(locale.baseName, { language });
}

function parseTag(tag: string): Intl.Locale {
  try {
    return new Intl.Locale(tag);
  } catch {
    return new Intl.Locale(FALLBACK_LOCALE);
  }
}

// English phrases around Arabic or Devanagari digits read badly, and the figures have to be findable in the files.
const latinDigits = (locale: Intl.Locale) => new Intl.Locale(locale.baseName, { numberingSystem: 'latn' }).toString();
