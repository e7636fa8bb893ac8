/** A stretch of text that is written in one direction. */
export interface DirectedRun {
  readonly text: string;
  readonly rightToLeft: boolean;
}

const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Nko}\p{Script=Syriac}\p{Script=Thaana}]/u;
const LEFT_TO_RIGHT = /\p{L}/u;
const DIGIT = /\p{Nd}/u;

/** True for a text in which some letters run from right to left. */
export const hasRightToLeft = (text: string): boolean => RIGHT_TO_LEFT.test(text);

/**
 * Splits one line into runs in the order in which they stand on paper, from the left. The first letter decides the
 * direction of the line; digits keep their order in either. A short form of the Unicode Bidirectional Algorithm
 * (UAX #9) for labels: no explicit embeddings, no mirrored pairs across runs.
 */
export function runsInVisualOrder(text: string): DirectedRun[] {
  const characters = [...text];
  const levels = resolvedLevels(characters);
  const runs: { text: string; level: number }[] = [];
  for (const [index, character] of characters.entries()) {
    const level = levels[index] ?? 0;
    const open = runs.at(-1);
    if (open?.level === level) open.text += character;
    else runs.push({ text: character, level });
  }
  return reordered(runs).map((run) => ({ text: run.text, rightToLeft: run.level % 2 === 1 }));
}

function resolvedLevels(characters: readonly string[]): number[] {
  const strong = characters.map((character) =>
    RIGHT_TO_LEFT.test(character) ? 1 : LEFT_TO_RIGHT.test(character) ? 0 : undefined,
  );
  const base = strong.find((level) => level !== undefined) ?? 0;
  let before = base;
  return characters.map((character, index) => {
    const level = strong[index];
    if (level !== undefined) {
      before = level;
      return level === 1 ? 1 : base * 2;
    }
    if (DIGIT.test(character)) return before === 1 || base === 1 ? 2 : 0;
    const after = strong.slice(index + 1).find((next) => next !== undefined) ?? base;
    const around = before === after ? before : base;
    return around === 1 ? 1 : base * 2;
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
