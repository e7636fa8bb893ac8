/**
 * Ids and labels are what others called their things. In a terminal, control characters in them move the cursor or paint over
 * what stands there, line ends begin lines that nobody wrote, and marks of direction turn a line around.
 */
const CONTROLS = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu;
const ALL_BUT_LINE_ENDS = new RegExp(`(?!\\n)${CONTROLS.source.slice(0, -1)}`, 'gu');

/** The text as one line that can do nothing to a terminal. */
export function onOneLine(text: string): string {
  return text.replaceAll(/\s*[\r\n]+\s*/g, ' ').replaceAll(CONTROLS, ' ');
}

/** The text with its lines as they are, and nothing else that a terminal would obey. */
export function inLines(text: string): string {
  return text.replaceAll(ALL_BUT_LINE_ENDS, ' ');
}

/** JSON that shows such characters by their numbers; programs read the same from it. */
export function asciiControls(json: string): string {
  return json.replaceAll(
    ALL_BUT_LINE_ENDS,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
