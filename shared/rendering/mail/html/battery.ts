import type { FlowKind, FlowPart } from '../../energy-flows.ts';
import type { MailView } from '../view/mail-view.ts';
import { type BarKind, bar } from './bar.ts';
import { card, sectionHeading } from './card.ts';
import { html, type Markup } from './html.ts';
import { STYLE } from './style.ts';

const BAR_KINDS: Readonly<Record<FlowKind, BarKind>> = {
  gridImport: 'imported',
  gridExport: 'exported',
  production: 'produced',
  battery: 'stored',
  consumption: 'used',
};

/** Where energy came from and where it went, a bar each on one scale. */
export function flowBars({ flows }: MailView): Markup | null {
  if (flows === null) return null;
  const longest = Math.max(...flows.sides.flatMap(({ parts }) => parts.map(amountOf)));
  return card(html`${sectionHeading(flows.title)}
<table cellpadding="0" cellspacing="0" width="100%">
${flows.sides.map(
  ({
    name,
    parts,
  }) => html`<tr><th scope="colgroup" colspan="3" class="muted" style="${STYLE.columnHead};padding:8px 0 0;text-align:left">${name}</th></tr>
${parts.map((part) => flowRow(part, longest))}`,
)}</table>`);
}

function flowRow(part: FlowPart, longestKWh: number): Markup {
  const drawn = bar(longestKWh > 0 ? amountOf(part) / longestKWh : 0, BAR_KINDS[part.kind], 10);
  return html`<tr><th scope="row" class="ink" style="${STYLE.name}" width="38%">${part.name}</th><td width="32%">${drawn}</td><td class="ink" style="${STYLE.number}">${part.value}</td></tr>
`;
}

const amountOf = ({ energyKWh }: FlowPart): number => Math.max(0, energyKWh ?? 0);

/** What the battery charged, gave, lost and stored. */
export function batteryCard({ battery, language }: MailView): Markup | null {
  if (battery.length === 0) return null;
  return card(html`${sectionHeading(language.texts.flow.battery)}
<table cellpadding="0" cellspacing="0" width="100%">
${battery.map(
  ({ name, value, detail }) =>
    html`<tr><th scope="row" class="ink" style="${STYLE.name}">${name}</th><td class="ink" style="${STYLE.number}">${value}</td><td class="muted" style="${STYLE.number};${STYLE.muted};white-space:normal">${detail}</td></tr>
`,
)}</table>`);
}
