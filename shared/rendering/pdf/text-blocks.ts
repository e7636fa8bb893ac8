import type { Sheet } from './sheet.ts';
import { ensureRoom } from './sheet.ts';
import type { ContentTag, Surface, TextStyle } from './surface.ts';
import { wrapText } from './text-fitting.ts';
import { leadingOf, TYPE } from './type-scale.ts';

export type Alignment = 'left' | 'right' | 'centre';

/** Writes one line that begins, ends or has its middle at `x`. */
export function writeAligned(
  surface: Surface,
  text: string,
  x: number,
  baseline: number,
  style: TextStyle,
  alignment: Alignment,
): void {
  const width = alignment === 'left' ? 0 : surface.widthOf(text, style);
  surface.writeText(text, x - (alignment === 'centre' ? width / 2 : width), baseline, style);
}

/** Writes lines below one another; a space at the end of each keeps their words apart for those who hear or copy them. */
export function writeLines(
  surface: Surface,
  lines: readonly string[],
  x: number,
  firstBaseline: number,
  style: TextStyle,
  leading = leadingOf(style),
): void {
  for (const [index, line] of lines.entries()) {
    const isLast = index === lines.length - 1;
    surface.writeText(isLast ? line : `${line} `, x, firstBaseline + index * leading, style);
  }
}

/** A section's heading, kept together with what follows it; also a bookmark. */
export function writeHeading(sheet: Sheet, text: string, heightToFollow: number): void {
  const lead = 20;
  ensureRoom(sheet, lead + heightToFollow);
  const { surface } = sheet;
  surface.bookmark(text, sheet.y);
  const baseline = sheet.y + TYPE.heading.size;
  surface.content('H2', () => surface.writeText(text, sheet.left, baseline, TYPE.heading));
  sheet.y += lead;
}

/** Writes wrapped lines below the present position. */
export function writeParagraph(
  sheet: Sheet,
  text: string,
  style: TextStyle,
  options: { readonly x?: number; readonly width?: number; readonly tag?: ContentTag } = {},
): void {
  const { surface } = sheet;
  const x = options.x ?? sheet.left;
  const lines = wrapText(surface, text, style, options.width ?? sheet.right - x);
  const leading = leadingOf(style);
  ensureRoom(sheet, lines.length * leading);
  surface.content(options.tag ?? 'P', () => {
    writeLines(surface, lines, x, sheet.y + style.size, style);
  });
  sheet.y += lines.length * leading;
}
