import { quoted } from './quoted-text.ts';

/** An IANA time zone name or alias, verbatim as its source wrote it. */
export type TimeZone = string & { readonly database: 'iana' };

export class InvalidTimeZoneError extends Error {
  override readonly name = 'InvalidTimeZoneError';
}

/**
 * Abbreviations that the ICU library keeps from old Java versions and Intl therefore takes, though IANA has no such names.
 * Each could be meant otherwise (to ICU, IST is India, not Ireland or Israel; BST is Bangladesh, not Britain), which would
 * put a day at the wrong hours without a word.
 */
const ICU_ONLY_ABBREVIATIONS = new Set(
  'ACT AET AGT ART AST BET BST CAT CNT CST CTT EAT ECT IET IST JST MIT NET NST PLT PNT PRT PST SST VST'.split(' '),
);

const IANA_NAME_FORM = /^[A-Za-z][A-Za-z0-9+_/-]{0,63}$/;
const MAX_NAMES_REMEMBERED = 2000;
const namesKnownGood = new Set<string>();

/**
 * Takes the zone names and aliases of IANA that this runtime's Intl knows, and keeps them as they are written.
 * @throws {InvalidTimeZoneError} for everything else: nothing, offsets such as `+05:30`, POSIX rules, abbreviations
 */
export function parseTimeZone(text: unknown): TimeZone {
  if (typeof text !== 'string' || text === '') throw invalid(text, 'is missing');
  if (!namesKnownGood.has(text)) {
    if (!isIanaName(text)) throw invalid(text, 'is not an IANA time zone name');
    if (namesKnownGood.size >= MAX_NAMES_REMEMBERED) namesKnownGood.clear();
    namesKnownGood.add(text);
  }
  return text as TimeZone;
}

function isIanaName(text: string): boolean {
  if (!IANA_NAME_FORM.test(text)) return false;
  const name = text.toUpperCase();
  if (ICU_ONLY_ABBREVIATIONS.has(name) || name.startsWith('SYSTEMV/')) return false;
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: text }) !== undefined;
  } catch {
    return false;
  }
}

function invalid(text: unknown, problem: string): InvalidTimeZoneError {
  return new InvalidTimeZoneError(`Time zone ${quoted(text)} ${problem}: use a name such as America/Chicago`);
}
