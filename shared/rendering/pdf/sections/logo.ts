import { logoSize, textOf } from '../../../domain/branding/picture-size.ts';
import { parseSvgLogo } from '../../../domain/branding/svg-logo.ts';
import type { Sheet } from '../sheet.ts';
import type { Rectangle } from '../surface.ts';

const HIGHEST = 26;
const WIDEST = 150;
const SPACE_BEHIND = 9;

/** Draws the operator's logo before its name, at the head of the page; what it takes of the line, 0 without one. */
export function drawLogo(sheet: Sheet, name: string): number {
  const { surface, logo } = sheet;
  if (logo === null) return 0;
  const { width, height } = logoSize(logo.bytes, logo.mediaType);
  const scale = Math.min(HIGHEST / height, WIDEST / width);
  const middle = sheet.y + 1;
  const box: Rectangle = {
    x: sheet.left,
    y: middle - (height * scale) / 2,
    width: width * scale,
    height: height * scale,
  };
  const draw = () => {
    if (logo.mediaType !== 'image/svg+xml') return surface.drawPicture(logo.bytes, box);
    const { x, y, paths } = parseSvgLogo(textOf(logo.bytes));
    return surface.fillPaths(paths, { x: box.x - x * scale, y: box.y - y * scale, scale });
  };
  surface.content('Figure', draw, { alternativeText: name, bounds: box });
  return box.width + SPACE_BEHIND;
}
