import { html, type Markup } from './html.ts';
import { STYLE } from './style.ts';

/** "at least" and the like beside a figure: there, but not as loud. */
export function qualifier(words: string): Markup | null {
  if (words === '') return null;
  return html`<span class="muted" style="font-size:14px;font-weight:400;letter-spacing:0;${STYLE.muted}">${words}</span>`;
}
