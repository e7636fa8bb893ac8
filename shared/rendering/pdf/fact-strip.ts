import { PALETTE } from '../palette.ts';
import { ensureRoom, type Sheet } from './sheet.ts';
import { writeLines } from './text-blocks.ts';
import { fitText, wrapText } from './text-fitting.ts';
import { TYPE } from './type-scale.ts';

/** A figure with its name above and a few words below. */
export interface Fact {
  readonly name: string;
  readonly value: string;
  readonly detail: string;
}

export const FACTS_HEIGHT = 56;
/** All values of a strip are of one size, the largest in which each has room. */
const VALUE_SIZES = [12.5, 11.5, 10.5, 9.5, 8.5, 7.5];
const SMALLEST_VALUE = 6.5;

/** Draws facts side by side, the page's width shared out among them. */
export function drawFacts(sheet: Sheet, facts: readonly Fact[], places = facts.length): void {
  const { surface } = sheet;
  ensureRoom(sheet, FACTS_HEIGHT);
  const width = sheet.width / places;
  const styleOf = (size: number) => ({ ...TYPE.cellStrong, size });
  const fits = (size: number) => facts.every(({ value }) => surface.widthOf(value, styleOf(size)) <= width - 12);
  const valueStyle = styleOf(VALUE_SIZES.find(fits) ?? SMALLEST_VALUE);
  for (const [index, fact] of facts.entries()) {
    const x = sheet.left + index * width;
    const y = sheet.y;
    surface.artifact(() =>
      surface.strokeLines({ colour: PALETTE.line, width: 0.8 }, [
        [
          { x, y: y + 2 },
          { x, y: y + FACTS_HEIGHT - 10 },
        ],
      ]),
    );
    surface.content('P', () => {
      surface.writeText(`${fitText(surface, fact.name, TYPE.muted, width - 16)} `, x + 8, y + 9, TYPE.muted);
      surface.writeText(`${fact.value} `, x + 8, y + 25, valueStyle);
      const lines = wrapText(surface, fact.detail, TYPE.small, width - 16).slice(0, 2);
      writeLines(surface, lines, x + 8, y + 36.5, TYPE.small, 9.6);
    });
  }
  sheet.y += FACTS_HEIGHT + 6;
}
