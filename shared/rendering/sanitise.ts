/** What a reader sees in place of a name that has nothing to show. */
export const NO_NAME = '(no name)';

export interface SanitiseOptions {
  /** Longest text in graphemes, the ellipsis included. */
  readonly maxGraphemes?: number;
  /** Stands for a text of which nothing is left. */
  readonly empty?: string;
}

/** Combining marks that one base character may carry; more only smear over the neighbouring lines. */
const MAX_MARKS = 3;
/** More than any cap needs, so that a text of megabytes costs no more than a long one. */
const MAX_CODE_UNITS = 4_000;
/** On average over a text: some scripts and emoji chain letters into single graphemes of any length. */
const MAX_CODE_UNITS_PER_GRAPHEME = 6;

// Joiner and variation selector live on inside an emoji sequence, where they make one picture of several.
const EMOJI_SEQUENCE =
  /\p{Extended_Pictographic}\p{Emoji_Modifier}?\uFE0F?(?:\u200D\p{Extended_Pictographic}\p{Emoji_Modifier}?\uFE0F?){0,4}/gu;
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
const WHITE_SPACE = /[\t-\r\u0085\p{Z}]+/gu;
const TOO_MANY_MARKS = new RegExp(`(\\p{M}{${MAX_MARKS}})\\p{M}+`, 'gu');

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * Makes a text that tenants wrote safe to show: composed, on one line, without control, direction and other invisible
 * characters, its marks and its length capped.
 */
export function sanitised(text: string, options: SanitiseOptions = {}): string {
  const plain = withoutInvisible(text.slice(0, MAX_CODE_UNITS).normalize('NFC').replaceAll(WHITE_SPACE, ' '))
    .normalize('NFC')
    .replaceAll(TOO_MANY_MARKS, '$1')
    .replaceAll(/ {2,}/g, ' ')
    .trim();
  // A mark without a base would cling to whatever is printed before it.
  const shown = plain.replace(/^[\p{M} ]+/u, '');
  return shown === '' ? (options.empty ?? NO_NAME) : capped(shown, options.maxGraphemes ?? 60);
}

function withoutInvisible(text: string): string {
  let shown = '';
  let end = 0;
  for (const sequence of text.matchAll(EMOJI_SEQUENCE)) {
    shown += text.slice(end, sequence.index).replaceAll(INVISIBLE, '') + sequence[0];
    end = sequence.index + sequence[0].length;
  }
  return shown + text.slice(end).replaceAll(INVISIBLE, '');
}

function capped(text: string, maxGraphemes: number): string {
  if (text.length <= maxGraphemes) return text;
  let shortened = '';
  let count = 0;
  const maxCodeUnits = maxGraphemes * MAX_CODE_UNITS_PER_GRAPHEME;
  const room = text.length > maxCodeUnits ? maxCodeUnits - 1 : text.length;
  for (const { segment } of graphemes.segment(text)) {
    count += 1;
    const tooLong = count > maxGraphemes || shortened.length + segment.length > room;
    if (tooLong) return `${shortened.trimEnd()}…`;
    if (count < maxGraphemes) shortened += segment;
  }
  return text;
}
