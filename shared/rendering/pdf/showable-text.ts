/** What stands for a character that the font has no picture of. */
export const REPLACEMENT = '\ufffd';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The text with one replacement mark for each character (as a reader counts them) that cannot be shown. */
export function showableText(text: string, canShow: (codePoint: number) => boolean): string {
  if (Array.from(text).every((character) => canShow(character.codePointAt(0) ?? 0))) return text;
  let shown = '';
  for (const { segment } of graphemes.segment(text)) {
    const whole = Array.from(segment).every((character) => canShow(character.codePointAt(0) ?? 0));
    shown += whole ? segment : REPLACEMENT;
  }
  return shown;
}
