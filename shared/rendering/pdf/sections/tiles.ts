import { PALETTE } from '../../palette.ts';
import type { Sheet } from '../sheet.ts';
import type { Rectangle, TextStyle } from '../surface.ts';
import { writeLines } from '../text-blocks.ts';
import { fitText, wrapText } from '../text-fitting.ts';
import { TYPE } from '../type-scale.ts';
import { type Tile, tilesOf } from './tile-facts.ts';

/** With two lines of details; each further one adds its own. */
const HEIGHT = 66;
const DETAIL_LEADING = 10;
const LINES_WITHIN = 2;
const SPACE_BETWEEN = 10;
/** One tile alone does not fill the page. */
const LEAST_PLACES = 3;
const VALUE_SIZES = [17, 15.5, 14, 13, 12, 11, 10, 9, 8];
const PADDING_LEFT = 12;
const PADDING_RIGHT = 7;

/** The figures that matter most, side by side; all of them in one size. */
export function drawTiles(sheet: Sheet): void {
  const tiles = tilesOf(sheet);
  const places = Math.max(LEAST_PLACES, tiles.length);
  const width = (sheet.width - SPACE_BETWEEN * (places - 1)) / places;
  const room = width - PADDING_LEFT - PADDING_RIGHT;
  const size = VALUE_SIZES.find((candidate) => tiles.every((tile) => valueWidth(sheet, tile, candidate) <= room)) ?? 8;
  const linesOf = ({ details }: Tile) => details.flatMap((detail) => wrapText(sheet.surface, detail, TYPE.small, room));
  const moreLines = Math.max(0, ...tiles.map((tile) => linesOf(tile).length - LINES_WITHIN));
  const height = HEIGHT + moreLines * DETAIL_LEADING;
  for (const [index, tile] of tiles.entries()) {
    const x = sheet.left + index * (width + SPACE_BETWEEN);
    drawTile(sheet, tile, linesOf(tile), { x, y: sheet.y, width, height }, size);
  }
  sheet.y += height + 12;
}

const valueStyle = (size: number): TextStyle => ({ ...TYPE.cellStrong, size });

/** A qualifier ("at least") is written small beside the figure. */
const valueWidth = ({ surface }: Sheet, { value }: Tile, size: number): number =>
  surface.widthOf(value.before + value.after, TYPE.muted) + surface.widthOf(value.energy, valueStyle(size));

function drawTile(sheet: Sheet, tile: Tile, details: readonly string[], box: Rectangle, size: number): void {
  const { surface } = sheet;
  surface.artifact(() => {
    surface.fillRectangles(PALETTE.surfaceSoft, [box]);
    surface.fillRectangles(tile.colour, [{ ...box, width: 3 }]);
  });
  const x = box.x + PADDING_LEFT;
  const width = box.width - PADDING_LEFT - PADDING_RIGHT;
  const { before, energy, after } = tile.value;
  surface.content('P', () => {
    surface.writeText(`${fitText(surface, tile.name, TYPE.muted, width)} `, x, box.y + 15, TYPE.muted);
    let valueX = x;
    for (const [part, style] of [
      [before, TYPE.muted],
      [energy, valueStyle(size)],
      [after, TYPE.muted],
    ] as const) {
      surface.writeText(part, valueX, box.y + 36, style);
      valueX += surface.widthOf(part, style);
    }
    if (details.length > 0) surface.writeText(' ', valueX, box.y + 36, TYPE.small);
    writeLines(surface, details, x, box.y + 49, TYPE.small, DETAIL_LEADING);
  });
}
