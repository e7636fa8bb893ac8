import { type Hole, html, type Markup } from './html.ts';
import { STYLE } from './style.ts';

/** A block of the mail on its own ground, with a gap under it. */
export function card(content: Hole): Markup {
  return html`<tr><td class="card ink" bgcolor="#ffffff" style="${STYLE.card}">${content}</td></tr>
<tr><td height="12" style="height:12px;font-size:0;line-height:0">&nbsp;</td></tr>
`;
}

export function sectionHeading(title: string): Markup {
  return html`<h2 class="ink" style="${STYLE.heading}">${title}</h2>`;
}
