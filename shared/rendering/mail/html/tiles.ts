import { PALETTE } from '../../palette.ts';
import type { MailView } from '../view/mail-view.ts';
import type { Tile } from '../view/tiles.ts';
import { card, sectionHeading } from './card.ts';
import { html, type Markup } from './html.ts';
import { qualifier } from './qualifier.ts';
import { STYLE } from './style.ts';

/** The figures of the period as tiles, two in a row. */
export function tileGrid(view: MailView): Markup | null {
  const tiles = view.tiles.filter((tile) => tile.label !== view.hero?.label);
  if (tiles.length === 0) return null;
  const pairs = tiles.flatMap((tile, index) => (index % 2 === 0 ? [[tile, tiles[index + 1]] as const] : []));
  return card(html`${sectionHeading(view.language.texts.sections.overview)}
<table role="presentation" cellpadding="0" cellspacing="0" width="100%">
${pairs.map(([left, right], index) => [
  index === 0 ? null : GUTTER_ROW,
  html`<tr>${tileCell(left)}<td width="10"></td>${right === undefined ? html`<td></td>` : tileCell(right)}</tr>
`,
])}</table>`);
}

const GUTTER_ROW = html`<tr><td colspan="3" height="10" style="height:10px;font-size:0;line-height:0">&nbsp;</td></tr>
`;

function tileCell({ label, before, value, after, detail }: Tile): Markup {
  const small = detail === null ? null : html`<br><span class="muted" style="${STYLE.small}">${detail}</span>`;
  return html`<td class="soft" width="49%" bgcolor="${PALETTE.surfaceSoft}" style="background:${PALETTE.surfaceSoft};border-radius:8px;padding:10px 12px;vertical-align:top"><span class="muted" style="${STYLE.small}">${label}</span><br><span class="ink" style="font-size:18px;line-height:1.4;font-weight:600;color:${PALETTE.ink}">${qualifier(before)}${value}${qualifier(after)}</span>${small}</td>`;
}
