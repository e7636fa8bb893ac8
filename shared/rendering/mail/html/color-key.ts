import { BAR_COLORS, type BarKind } from './bar.ts';
import { html, type Markup } from './html.ts';

/** A square in the colour of a bar, before the word that names it. */
export function colorKey(kind: BarKind): Markup {
  return html`<span class="b-${kind}" aria-hidden="true" style="display:inline-block;width:9px;height:9px;margin-right:5px;border-radius:2px;background:${BAR_COLORS[kind]}"></span>`;
}
