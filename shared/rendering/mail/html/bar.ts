import { PALETTE } from '../../palette.ts';
import { html, type Markup } from './html.ts';

export type BarKind = 'used' | 'produced' | 'other' | 'gap' | 'stored' | 'imported' | 'exported';

/** The colour of each kind of bar on a light ground. */
export const BAR_COLORS: Readonly<Record<BarKind, string>> = {
  used: PALETTE.consumption,
  produced: PALETTE.production,
  other: PALETTE.other,
  gap: PALETTE.gap,
  stored: PALETTE.battery,
  imported: PALETTE.gridImport,
  exported: PALETTE.gridExport,
};

/** A horizontal bar as a coloured cell; nothing for an amount too small to draw. The figure stands beside it as text. */
export function bar(share: number, kind: BarKind, heightPx: number): Markup | null {
  const percent = Math.round(share * 100);
  if (percent < 1) return null;
  const style = `height:${heightPx}px;font-size:0;line-height:0;background:${BAR_COLORS[kind]};border-radius:2px`;
  return html`<table role="presentation" aria-hidden="true" cellpadding="0" cellspacing="0" width="${percent}%"><tr><td class="b-${kind}" bgcolor="${BAR_COLORS[kind]}" height="${heightPx}" style="${style}">&nbsp;</td></tr></table>`;
}

/** A vertical bar that stands on the bottom of its cell. */
export function column(share: number | null, fullHeightPx: number): Markup {
  const kind = share === null ? 'gap' : 'used';
  const heightPx = share === null ? fullHeightPx : Math.max(1, Math.round(share * fullHeightPx));
  const style = `height:${heightPx}px;font-size:0;line-height:0;background:${BAR_COLORS[kind]};border-radius:2px 2px 0 0`;
  return html`<table role="presentation" aria-hidden="true" cellpadding="0" cellspacing="0" width="100%"><tr><td class="b-${kind}" bgcolor="${BAR_COLORS[kind]}" height="${heightPx}" style="${style}">&nbsp;</td></tr></table>`;
}
