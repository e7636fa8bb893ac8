import type { Outline } from './surface.ts';

export const horizontalLine = (fromX: number, toX: number, y: number): Outline => [
  { x: fromX, y },
  { x: toX, y },
];
