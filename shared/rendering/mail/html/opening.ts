import { PALETTE } from '../../palette.ts';
import type { MailView } from '../view/mail-view.ts';
import type { Tile } from '../view/tiles.ts';
import { card } from './card.ts';
import { type Hole, html, type Markup } from './html.ts';
import { qualifier } from './qualifier.ts';
import { STYLE } from './style.ts';

/** Whose report this is, of when, and what it comes to in one figure and one sentence. */
export function opening(view: MailView): Markup {
  const { organization, kind, place, periodTitle, periodLine, headline, hero, completeness } = view;
  return card(html`
<p class="muted" style="margin:0 0 16px;${STYLE.small}"><bdi>${organization}</bdi> · ${kind}</p>
<h1 class="ink" style="margin:0;font-size:22px;line-height:1.25;font-weight:600;color:${PALETTE.ink}"><bdi>${place}</bdi></h1>
<p class="ink" style="margin:2px 0 0;font-size:16px;line-height:1.4">${periodTitle}</p>
<p class="muted" style="margin:2px 0 0;${STYLE.small}">${periodLine}</p>
${hero === null ? null : heroFigure(hero, view.accent ?? PALETTE.consumptionText)}
<p class="ink" style="margin:${hero === null ? 20 : 4}px 0 ${view.comparisons.length === 0 ? 16 : 8}px;font-size:16px;line-height:1.45">${headline}</p>
${view.comparisons.map(
  (
    line,
    index,
  ) => html`<p class="muted" style="margin:0 0 ${index === view.comparisons.length - 1 ? 14 : 4}px;${STYLE.small}">${line}</p>
`,
)}<p style="margin:0 0 4px">${badges(view)}</p>
<p class="muted" style="margin:0;${STYLE.small}">${completeness}</p>`);
}

function heroFigure({ label, before, value, after }: Tile, colour: string): Markup {
  return html`<p class="muted" style="margin:22px 0 0;${STYLE.small}">${label}</p>
<p class="figure hero" style="margin:0;font-size:44px;line-height:1.15;font-weight:700;letter-spacing:-0.5px;color:${colour}">${qualifier(before)}${value}${qualifier(after)}</p>`;
}

function badges({ marks, isComplete }: MailView): Hole {
  return marks.map((mark, index) => {
    const needsALook = !isComplete || index < marks.length - 1;
    const [className, colors] = needsALook
      ? ['attention', `background:${PALETTE.surfaceAttention};color:${PALETTE.attentionText}`]
      : ['soft muted', `background:${PALETTE.surfaceSoft};color:${PALETTE.muted}`];
    return html`<span class="${className}" style="display:inline-block;margin:0 8px 4px 0;padding:2px 10px;border-radius:10px;font-size:12px;font-weight:600;white-space:nowrap;${colors}">${mark}</span>`;
  });
}
