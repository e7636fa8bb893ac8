import { PALETTE } from '../palette.ts';
import type { Colour, Point, Rectangle, Surface } from './surface.ts';

/** A tick, or a warning triangle: told apart by shape, not by colour alone. */
export function drawMark(surface: Surface, good: boolean, box: Rectangle, colour: Colour): void {
  const at = (x: number, y: number): Point => ({ x: box.x + x * box.width, y: box.y + y * box.height });
  if (good) {
    surface.strokeLines({ colour, width: 1.8 }, [[at(0.05, 0.55), at(0.38, 0.88), at(0.97, 0.15)]]);
    return;
  }
  surface.fillOutlines(colour, [[at(0.5, 0.02), at(1.05, 0.95), at(-0.05, 0.95)]]);
  surface.strokeLines({ colour: PALETTE.surface, width: 1.3 }, [
    [at(0.5, 0.34), at(0.5, 0.64)],
    [at(0.5, 0.72), at(0.5, 0.84)],
  ]);
}
