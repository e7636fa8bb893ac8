import type { CostLine } from '../../cost-lines.ts';
import type { MailView } from '../view/mail-view.ts';
import { card, sectionHeading } from './card.ts';
import { html, type Markup } from './html.ts';
import { STYLE } from './style.ts';

/** What the estimated cost is made of, line by line, down to the total. */
export function costLines({ cost, language }: MailView): Markup | null {
  if (cost === null) return null;
  const { columns, money } = language.texts;
  const head = (text: string) => html`<th scope="col" class="muted" style="${STYLE.columnHead}">${text}</th>`;
  return card(html`${sectionHeading(money.costSection)}
<table cellpadding="0" cellspacing="0" width="100%">
<tr><th scope="col" class="muted" style="${STYLE.columnHead};padding-left:0;text-align:left">${money.lineColumn}</th>${[columns.energy, money.priceColumn, cost.currency].map(head)}</tr>
${cost.lines.map((line) => costLine(line, ''))}${costLine(cost.total, `;${STYLE.rule};font-weight:600`)}</table>
${cost.remark === null ? null : html`<p class="muted" style="margin:8px 0 0;${STYLE.small}">${cost.remark}</p>`}`);
}

function costLine({ name, energy, price, cost }: CostLine, style: string): Markup {
  const ruled = style === '' ? 'ink' : 'ink rule';
  return html`<tr><th scope="row" class="${ruled}" style="${STYLE.name}${style}"><bdi>${name}</bdi></th>${[
    energy,
    price,
    cost,
  ].map((cell) => html`<td class="${ruled}" style="${STYLE.number}${style}">${cell}</td>`)}</tr>
`;
}
