/** A stretch of text that is written in one direction. */
export interface DirectedRun {
  readonly text: string;
  readonly rightToLeft: boolean;
}

const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Nko}\p{Script=Syriac}\p{Script=Thaana}]/u;
const LETTER = /\p{L}/u;
const DIGIT = /\p{Nd}/u;

/** True for a text in which some letters run from right to left. */
export const hasRightToLeft = (text: string): boolean => RIGHT_TO_LEFT.test(text);

/**
 * Splits one line into runs in the order in which they stand on paper, from the left. The first letter decides the
 * direction of the line. A short form of the Unicode Bidirectional Algorithm (UAX #9) for labels: no embeddings.
 */
export function runsInVisualOrder(text: string): DirectedRun[] {
  const characters = [...text];
  const levels = levelsOf(characters);
  const runs: { text: string; level: number }[] = [];
  for (const [index, character] of characters.entries()) {
    const level = levels[index] ?? 0;
    const open = runs.at(-1);
    if (open?.level === level) open.text += character;
    else runs.push({ text: character, level });
  }
  return reordered(runs).map(({ text: run, level }) =>
    level % 2 === 1 ? { text: mirrored(run), rightToLeft: true } : { text: run, rightToLeft: false },
  );
}

type Direction = 'left' | 'right';

/** Even levels run from left to right, odd ones from right to left; numbers lie a level above the letters around them. */
function levelsOf(characters: readonly string[]): number[] {
  const base = characters.map(directionOf).find((direction) => direction !== undefined) ?? 'left';
  const levelOfLeft = base === 'left' ? 0 : 2;
  const directions = withNumbers(characters, base);
  return characters.map((character, index) => {
    const own = directions[index];
    if (own !== undefined) return own === 'right' ? (DIGIT.test(character) ? 2 : 1) : levelOfLeft;
    const before = directions.slice(0, index).findLast((direction) => direction !== undefined) ?? base;
    const after = directions.slice(index + 1).find((direction) => direction !== undefined) ?? base;
    return (before === after ? before : base) === 'right' ? 1 : levelOfLeft;
  });
}

function directionOf(character: string): Direction | undefined {
  if (RIGHT_TO_LEFT.test(character)) return DIGIT.test(character) ? undefined : 'right';
  return LETTER.test(character) ? 'left' : undefined;
}

/** A number belongs to the letters before it. */
function withNumbers(characters: readonly string[], base: Direction): (Direction | undefined)[] {
  let before = base;
  return characters.map((character) => {
    const direction = directionOf(character);
    if (direction !== undefined) before = direction;
    return direction ?? (DIGIT.test(character) ? before : undefined);
  });
}

/** Turns every stretch of runs at or above each level, from the highest down (UAX #9, rule L2). */
function reordered<T extends { readonly level: number }>(runs: readonly T[]): T[] {
  let order = [...runs];
  for (let level = Math.max(0, ...runs.map((run) => run.level)); level > 0; level -= 1) {
    const next: T[] = [];
    let stretch: T[] = [];
    for (const run of order) {
      if (run.level >= level) stretch.unshift(run);
      else {
        next.push(...stretch, run);
        stretch = [];
      }
    }
    order = [...next, ...stretch];
  }
  return order;
}

const MIRRORED: Readonly<Record<string, string>> = {
  ...{ '(': ')', ')': '(', '[': ']', ']': '[', '{': '}', '}': '{' },
  ...{ '<': '>', '>': '<', '«': '»', '»': '«', '‹': '›', '›': '‹' },
};

/** Brackets open towards their content whichever way it runs (UAX #9, rule L4). */
const mirrored = (text: string): string => Array.from(text, (character) => MIRRORED[character] ?? character).join('');
