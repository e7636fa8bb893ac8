import { PALETTE } from '../palette.ts';
import type { Colour } from './surface.ts';

/** One shade of a heat map and the powers that it stands for. */
export interface HeatClass {
  readonly colour: Colour;
  /** Included; minus infinity in the lowest class, so that a negative power has a place. */
  readonly fromW: number;
}

const COLOURS: readonly Colour[] = [
  mixed(PALETTE.surface, PALETTE.consumption, 0.08),
  mixed(PALETTE.surface, PALETTE.consumption, 0.24),
  mixed(PALETTE.surface, PALETTE.consumption, 0.46),
  mixed(PALETTE.surface, PALETTE.consumption, 0.74),
  mixed(PALETTE.consumption, PALETTE.ink, 0.12),
  mixed(PALETTE.consumption, PALETTE.ink, 0.68),
];

/**
 * Classes whose limits are round numbers and grow as the squares do, because most hours of a place lie far below its
 * highest. The shades run from nearly paper to nearly ink and darken all the way, so that grey print keeps their order.
 */
export function heatScale(highestW: number): HeatClass[] {
  const limitW = (index: number) => roundNumberNear(Math.max(highestW, 1) * (index / COLOURS.length) ** 2);
  return COLOURS.map((colour, index) => ({ colour, fromW: index === 0 ? Number.NEGATIVE_INFINITY : limitW(index) }));
}

/** The place in the scale of a power. */
export function heatClassOf(scale: readonly HeatClass[], powerW: number): number {
  let index = scale.length - 1;
  while (index > 0 && powerW < (scale[index]?.fromW ?? 0)) index -= 1;
  return index;
}

const ROUND_NUMBERS = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

/** The nearest number that reads well beside a shade: far enough from its neighbours' that no two limits fall together. */
function roundNumberNear(amount: number): number {
  const power = 10 ** Math.floor(Math.log10(amount));
  const distance = (factor: number) => Math.abs(Math.log(amount / (factor * power)));
  return ROUND_NUMBERS.reduce((best, factor) => (distance(factor) < distance(best) ? factor : best)) * power;
}

/** Colour that lies a share of the way from one to another. */
function mixed(from: Colour, to: Colour, share: number): Colour {
  const channel = (at: number) => {
    const [a, b] = [Number.parseInt(from.slice(at, at + 2), 16), Number.parseInt(to.slice(at, at + 2), 16)];
    return Math.round(a + (b - a) * share)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}
