import type { Outline, Rectangle } from './surface.ts';

/** Diagonal lines, rising to the right, that fill a rectangle and end at its edges. */
export function hatchingOf({ x, y, width, height }: Rectangle, spacing: number): Outline[] {
  const lines: Outline[] = [];
  for (let reach = spacing / 2; reach < width + height; reach += spacing) {
    const fromX = Math.max(0, reach - height);
    const toX = Math.min(width, reach);
    lines.push([
      { x: x + fromX, y: y + reach - fromX },
      { x: x + toX, y: y + reach - toX },
    ]);
  }
  return lines;
}
