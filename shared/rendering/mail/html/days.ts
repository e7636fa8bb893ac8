import { PALETTE } from '../../palette.ts';
import type { DayRow, DayTable } from '../view/day-table.ts';
import type { MailView } from '../view/mail-view.ts';
import { bar } from './bar.ts';
import { card, sectionHeading } from './card.ts';
import { colorKey } from './color-key.ts';
import { html, type Markup } from './html.ts';
import type { Limits } from './limits.ts';
import { STYLE } from './style.ts';

/** A row for each day: what was used as a wide bar, what was produced as a thin one below it, and both as figures. */
export function dayBars(view: MailView, { days }: Limits): Markup | null {
  const table = view.days;
  if (table === null) return null;
  const shown = table.columns.flatMap((column, index) =>
    ['consumption', 'circuits', 'production'].includes(column.name) ? [{ ...column, index }] : [],
  );
  if (shown.length === 0) return null;
  const { sections, columns, mail } = view.language.texts;
  const indexes = shown.map((column) => column.index);
  if (table.rows.length > days) {
    return card(
      html`${sectionHeading(sections.dayByDay)}<p class="ink" style="margin:0">${mail.daysInFile(view.fullFileKind)}</p>`,
    );
  }
  return card(html`${sectionHeading(`${sections.dayByDay}, ${columns.energy}`)}
<table cellpadding="0" cellspacing="0" width="100%">
<tr><th scope="col" class="muted" style="${STYLE.columnHead};padding-left:4px;text-align:left" width="22%">${columns.date}</th><th scope="col" aria-hidden="true"></th>${shown.map(
    ({ name, label }) =>
      html`<th scope="col" class="muted" width="16%" style="${STYLE.columnHead};white-space:nowrap">${colorKey(name === 'production' ? 'produced' : 'used')}${label}</th>`,
  )}</tr>
${table.rows.map((row) => dayRow(row, indexes, mail.noDataInRow))}${sumRow(table, indexes)}</table>${
    table.legend === null ? null : html`<p class="muted" style="margin:8px 0 0;${STYLE.small}">${table.legend}</p>`
  }`);
}

function dayRow(row: DayRow, indexes: readonly number[], noData: string): Markup {
  const weekend = row.isWeekend
    ? html` class="soft" bgcolor="${PALETTE.surfaceSoft}" style="background:${PALETTE.surfaceSoft}"`
    : null;
  const bars = row.hasData
    ? html`${bar(row.usedShare ?? 0, 'used', 9)}${bar(row.producedShare ?? 0, 'produced', 4)}`
    : html`<span class="muted" style="${STYLE.small};font-style:italic">${noData}</span>`;
  return html`<tr${weekend}><th scope="row" class="ink" style="${STYLE.name};padding:3px 8px 3px 4px;white-space:nowrap;font-size:13px">${row.label}</th><td>${bars}</td>${indexes.map(
    (index) =>
      html`<td class="ink" style="${STYLE.number};padding:3px 4px 3px 10px;font-size:13px">${row.amounts[index] ?? ''}</td>`,
  )}</tr>
`;
}

function sumRow(table: DayTable, indexes: readonly number[]): Markup | null {
  if (indexes.every((index) => (table.sums[index] ?? '') === '')) return null;
  return html`<tr><th scope="row" class="ink rule" style="${STYLE.name};${STYLE.rule};padding-left:4px;font-weight:600;font-size:13px">${table.sumLabel}</th><td class="rule" style="${STYLE.rule}"></td>${indexes.map(
    (index) =>
      html`<td class="ink rule" style="${STYLE.number};${STYLE.rule};padding-right:4px;font-weight:600;font-size:13px">${table.sums[index] ?? ''}</td>`,
  )}</tr>
`;
}
