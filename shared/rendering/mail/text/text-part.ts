import { busiestHour } from '../view/hour-rows.ts';
import type { MailView } from '../view/mail-view.ts';
import { spokenValue } from '../view/tiles.ts';
import { bullet, heading, row, TEXT_COLUMNS, wrapped } from './text-layout.ts';

/** The whole report in lines of plain text, for those who read mail that way and for those who search it. */
export function textPart(view: MailView): string {
  const blocks = [
    top(view),
    tiles(view),
    circuits(view),
    days(view),
    hours(view),
    changes(view),
    notes(view),
    end(view),
  ];
  const text = blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n');
  // A no-break space kept its words together while lines were made; nobody could search for it.
  return `${text.replaceAll('\u00A0', ' ')}\n`;
}

function top(view: MailView): string[] {
  const marks = view.marks.map((mark) => `[${mark}]`).join(' ');
  return [
    ...wrapped(`${view.kind} · ${view.place}`),
    ...wrapped(view.periodTitle),
    ...wrapped(view.periodLine),
    '',
    ...wrapped(view.headline),
    '',
    ...wrapped(`${marks} ${view.completeness}`),
  ];
}

function tiles(view: MailView): string[] {
  const { sections } = view.language.texts;
  if (view.tiles.length === 0) return [];
  const lines = view.tiles.map((tile) => {
    const value = spokenValue(tile);
    return row(tile.label, [tile.detail === null ? value : `${value}, ${tile.detail}`], [36]);
  });
  return [...heading(sections.overview), ...lines];
}

function circuits({ circuits: table, language }: MailView): string[] {
  if (table === null) return [];
  const { columns, sections } = language.texts;
  const widths = [17, 8, 12];
  return [
    ...heading(sections.circuits),
    row(columns.circuit, [columns.energy, columns.share, columns.coverage], widths),
    ...table.rows.map(({ name, amount, share, coverage }) => row(name, [amount, share, coverage], widths)),
    ...(table.sum === null ? [] : [row(table.sum.label, [table.sum.amount, '', ''], widths)]),
    ...table.remarks.flatMap((remark) => wrapped(remark)),
  ];
}

function days({ days: table, language }: MailView): string[] {
  if (table === null || table.columns.length === 0) return [];
  const width = Math.min(12, Math.floor((TEXT_COLUMNS - 14) / table.columns.length));
  const widths = table.columns.map(() => width);
  const { sections, columns } = language.texts;
  return [
    ...heading(`${sections.dayByDay}, ${columns.energy}`),
    row(
      columns.date,
      table.columns.map((column) => column.label),
      widths,
    ),
    ...table.rows.map(({ label, amounts }) => row(label, amounts, widths)),
    ...(table.sums.every((sum) => sum === '') ? [] : [row(table.sumLabel, table.sums, widths)]),
    ...(table.legend === null ? [] : wrapped(table.legend)),
  ];
}

function hours({ hours: rows, language }: MailView): string[] {
  const busiest = busiestHour(rows);
  if (busiest === undefined) return [];
  const { sections, columns, mail } = language.texts;
  const bar = (share: number | null) => ` ${'#'.repeat(Math.round((share ?? 0) * 36))}`;
  return [
    ...heading(`${sections.hourByHour}, ${columns.energy}`),
    ...rows.map(({ label, amount, barShare }) => (row(label, [amount, ''], [8, 50]) + bar(barShare)).trimEnd()),
    ...wrapped(mail.busiestHour(busiest.label, busiest.endLabel, busiest.energy)),
  ];
}

function changes(view: MailView): string[] {
  if (view.changes.length === 0) return [];
  const lines = view.changes.flatMap(({ label, text }) => bullet('*', `${label}: ${text}`));
  return [...heading(view.language.texts.sections.changes), ...lines];
}

function notes(view: MailView): string[] {
  if (view.notes.length === 0) return [];
  const lines = view.notes.flatMap(({ text, attention }) => bullet(attention ? '!' : '*', text));
  return [...heading(view.language.texts.sections.notes), ...lines];
}

function end(view: MailView): string[] {
  return [
    ...heading(view.language.texts.sections.method),
    ...[...view.method, view.readLine].flatMap((sentence) => bullet('*', sentence)),
    '',
    ...(view.attached === null ? [] : wrapped(view.attached)),
    ...wrapped(view.contact),
  ];
}
