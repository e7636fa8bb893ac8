import { type EnergyFlows, energyFlows, type FlowKind, type FlowPart } from '../../energy-flows.ts';
import { PALETTE } from '../../palette.ts';
import { drawKey } from '../chart-key.ts';
import { type Sheet, stripOf } from '../sheet.ts';
import type { Colour, Rectangle } from '../surface.ts';
import { writeHeading } from '../text-blocks.ts';
import { TYPE } from '../type-scale.ts';

const COLOURS: Readonly<Record<FlowKind, Colour>> = {
  gridImport: PALETTE.gridImport,
  gridExport: PALETTE.gridExport,
  production: PALETTE.production,
  battery: PALETTE.battery,
  consumption: PALETTE.consumption,
};
const BAR_HEIGHT = 15;
const SIDE_HEIGHT = 46;
const HEADING = 20;
const SPACE_BELOW = 8;

/** What the section takes, with its heading; nothing where nothing flows both ways. */
export function energyFlowsHeight({ report, language }: Sheet): number {
  return energyFlows(report, language) === null ? 0 : HEADING + 2 * SIDE_HEIGHT + SPACE_BELOW;
}

/** Where energy came from and where it went, as two bars on one scale, the figures written below each. */
export function drawEnergyFlows(sheet: Sheet): void {
  const { surface, language, report } = sheet;
  const flows = energyFlows(report, language);
  if (flows === null) return;
  writeHeading(sheet, flows.title, 2 * SIDE_HEIGHT);
  const area = stripOf(sheet, 2 * SIDE_HEIGHT);
  const most = Math.max(...flows.sides.map(({ parts }) => sumOf(parts)));
  surface.content(
    'Figure',
    () => {
      for (const [index, { name, parts }] of flows.sides.entries()) {
        const y = area.y + index * SIDE_HEIGHT;
        surface.writeText(name, sheet.left, y + 8, TYPE.muted);
        drawParts(sheet, parts, { x: sheet.left, y: y + 12, width: sheet.width, height: BAR_HEIGHT }, most);
        const entries = parts.map((part) => ({ text: wordsOf(part), colour: COLOURS[part.kind] }));
        drawKey(sheet, entries, y + 12 + BAR_HEIGHT + 11);
      }
    },
    { alternativeText: finding(sheet, flows), bounds: area },
  );
  sheet.y += 2 * SIDE_HEIGHT + SPACE_BELOW;
}

function drawParts({ surface }: Sheet, parts: readonly FlowPart[], box: Rectangle, mostKWh: number): void {
  surface.fillRectangles(PALETTE.surfaceSoft, [box]);
  let x = box.x;
  for (const part of parts) {
    const width = mostKWh > 0 ? (box.width * amountOf(part)) / mostKWh : 0;
    if (width > 0) surface.fillRectangles(COLOURS[part.kind], [{ ...box, x, width }]);
    x += width;
  }
}

const amountOf = ({ energyKWh }: FlowPart): number => Math.max(0, energyKWh ?? 0);
const sumOf = (parts: readonly FlowPart[]): number => parts.reduce((sum, part) => sum + amountOf(part), 0);
const wordsOf = ({ name, value }: FlowPart): string => `${name} ${value}`;

function finding({ language }: Sheet, { sides }: EnergyFlows): string {
  const { labelled, semicolon } = language.texts;
  return `${sides.map(({ name, parts }) => labelled(name, parts.map(wordsOf).join(', '))).join(semicolon)}.`;
}
