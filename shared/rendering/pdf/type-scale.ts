import { PALETTE } from '../palette.ts';
import type { TextStyle } from './surface.ts';

const style = (size: number, weight: TextStyle['weight'], colour: string): TextStyle => ({ size, weight, colour });

/** The few kinds of text that a report is set in; sizes in points. */
export const TYPE = {
  title: style(23, 'bold', PALETTE.ink),
  period: style(13, 'regular', PALETTE.consumptionText),
  place: style(12, 'bold', PALETTE.ink),
  organization: style(9, 'bold', PALETTE.consumptionText),
  headline: style(13, 'regular', PALETTE.ink),
  heading: style(11.5, 'bold', PALETTE.ink),
  body: style(8.8, 'regular', PALETTE.ink),
  bodyStrong: style(8.8, 'bold', PALETTE.ink),
  attention: style(8.8, 'bold', PALETTE.attentionText),
  muted: style(8.2, 'regular', PALETTE.muted),
  cell: style(8.2, 'regular', PALETTE.ink),
  cellStrong: style(8.2, 'bold', PALETTE.ink),
  columnHead: style(7.8, 'bold', PALETTE.muted),
  label: style(8, 'regular', PALETTE.ink),
  tick: style(7.2, 'regular', PALETTE.muted),
  callout: style(7.6, 'bold', PALETTE.consumptionText),
  small: style(7.4, 'regular', PALETTE.muted),
} as const;

/** Distance between the baselines of two lines of running text. */
export const leadingOf = (text: TextStyle): number => text.size * 1.42;

/** Height of the capitals and digits of the report's font, as a share of its size. */
export const CAP_HEIGHT = 0.729;
