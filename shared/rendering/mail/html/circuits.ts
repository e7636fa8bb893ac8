import { type CircuitRow, withFewerRows } from '../view/circuit-table.ts';
import type { MailView } from '../view/mail-view.ts';
import { bar } from './bar.ts';
import { card, sectionHeading } from './card.ts';
import { html, type Markup } from './html.ts';
import type { Limits } from './limits.ts';
import { STYLE } from './style.ts';

/** The circuits as bars with their figures, Other last, and the sum that they come to. */
export function circuitBars(view: MailView, { circuits }: Limits): Markup | null {
  if (view.circuits === null) return null;
  const { columns, sections } = view.language.texts;
  const table = withFewerRows(view.circuits, circuits, view.language, view.fullFileKind);
  return card(html`${sectionHeading(sections.circuits)}
<table cellpadding="0" cellspacing="0" width="100%">
<tr><th scope="col" class="muted" style="${STYLE.columnHead};padding-left:0;text-align:left" width="38%">${columns.circuit}</th><th scope="col" width="28%" aria-hidden="true"></th><th scope="col" class="muted" style="${STYLE.columnHead}">${columns.energy}</th><th scope="col" class="muted" style="${STYLE.columnHead}">${columns.share}</th><th scope="col" class="muted wide" style="${STYLE.columnHead}">${columns.coverage}</th></tr>
${table.rows.map(circuitRow)}${
  table.sum === null
    ? null
    : html`<tr><th scope="row" class="ink rule" style="${STYLE.name};${STYLE.rule};font-weight:600">${table.sum.label}</th><td colspan="2" class="ink rule" style="${STYLE.number};${STYLE.rule};font-weight:600">${table.sum.amount}</td><td class="rule" style="${STYLE.rule}"></td><td class="wide rule" style="${STYLE.rule}"></td></tr>
`
}</table>
${table.remarks.map((remark) => html`<p class="muted" style="margin:8px 0 0;${STYLE.small}">${remark}</p>`)}`);
}

function circuitRow({ kind, name, amount, share, coverage, barShare }: CircuitRow): Markup {
  const drawn = bar(barShare, kind === 'other' ? 'other' : 'used', 10);
  return html`<tr><th scope="row" class="ink" style="${STYLE.name}"><bdi>${name}</bdi></th><td>${drawn}</td><td class="ink" style="${STYLE.number}">${amount}</td><td class="muted" style="${STYLE.number};${STYLE.muted}">${share}</td><td class="muted wide" style="${STYLE.number};${STYLE.muted}">${coverage}</td></tr>
`;
}
