import { displayWidth } from '../../display-width.ts';
import { busiestHour } from '../view/hour-rows.ts';
import type { MailView } from '../view/mail-view.ts';
import { spokenValue } from '../view/tiles.ts';
import { bullet, columnWidths, heading, roomBeside, row, TEXT_COLUMNS, wrapped } from './text-layout.ts';

/** The whole report in lines of plain text, for those who read mail that way and for those who search it. */
export function textPart(view: MailView): string {
  const blocks = [
    top(view),
    tiles(view),
    costLines(view),
    flows(view),
    battery(view),
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
    ...view.comparisons.flatMap((line) => bullet('*', line)),
    '',
    ...wrapped(`${marks} ${view.completeness}`),
  ];
}

function tiles(view: MailView): string[] {
  const { sections } = view.language.texts;
  if (view.tiles.length === 0) return [];
  const lines = view.tiles.map((tile) => {
    const value = tile.detail === null ? spokenValue(tile) : `${spokenValue(tile)}, ${tile.detail}`;
    return row(tile.label, [value], [displayWidth(value) + 1]);
  });
  return [...heading(sections.overview), ...lines];
}

function costLines({ cost, language }: MailView): string[] {
  if (cost === null) return [];
  const { columns, money } = language.texts;
  const head = [columns.energy, money.priceColumn, cost.currency];
  const rows = [...cost.lines, cost.total].map((line) => ({
    name: line.name,
    cells: [line.energy, line.price, line.cost],
  }));
  const room = roomBeside(rows.map(({ name }) => name));
  const widths = columnWidths(
    [head, ...rows.map(({ cells }) => cells)],
    [10, 16, 12],
    Math.min(TEXT_COLUMNS - 20, room),
  );
  return [
    ...heading(money.costSection),
    row(money.lineColumn, head, widths),
    ...rows.map(({ name, cells }) => row(name, cells, widths)),
    ...(cost.remark === null ? [] : wrapped(cost.remark)),
  ];
}

function flows({ flows: found, language }: MailView): string[] {
  if (found === null) return [];
  const { labelled } = language.texts;
  const lines = found.sides.flatMap(({ name, parts }) =>
    parts.map((part) => ({ name: labelled(name, part.name), value: part.value })),
  );
  return [...heading(found.title), ...lines.map(({ name, value }) => row(name, [value], [displayWidth(value) + 1]))];
}

function battery({ battery: lines, language }: MailView): string[] {
  if (lines.length === 0) return [];
  return [
    ...heading(language.texts.flow.battery),
    ...lines.map(({ name, value, detail }) => {
      const said = detail === '' ? value : `${value}, ${detail}`;
      return row(name, [said], [displayWidth(said) + 1]);
    }),
  ];
}

function circuits({ circuits: table, language }: MailView): string[] {
  if (table === null) return [];
  const { columns, sections } = language.texts;
  const head = [columns.energy, columns.share, columns.coverage];
  const rows = table.rows.map(({ kind, name, amount, share, coverage }) => ({
    kind,
    name,
    cells: [amount, share, coverage],
  }));
  const sums = table.sum === null ? [] : [{ name: table.sum.label, cells: [table.sum.amount, '', ''] }];
  const cells = [head, ...[...rows, ...sums].map((line) => line.cells)];
  // Names of the tenant's may be cut, words of ours not.
  const ours = rows.flatMap(({ kind, name }) => (kind === 'other' ? [name] : []));
  const widths = columnWidths(cells, [17, 8, 12], roomBeside(ours));
  return [
    ...heading(sections.circuits),
    row(columns.circuit, head, widths),
    ...[...rows, ...sums].map((line) => row(line.name, line.cells, widths)),
    ...table.remarks.flatMap((remark) => wrapped(remark)),
  ];
}

function days({ days: table, language }: MailView): string[] {
  if (table === null || table.columns.length === 0) return [];
  const { sections, columns } = language.texts;
  const head = table.columns.map((column) => column.label);
  const room = roomBeside(table.rows.map(({ label }) => label));
  const labelWidth = TEXT_COLUMNS - room;
  const wished = Math.min(12, Math.floor(room / head.length));
  const cells = [head, table.sums, ...table.rows.map(({ amounts }) => amounts)];
  const widths = columnWidths(
    cells,
    head.map(() => wished),
    room,
  );
  return [
    ...heading(sections.dayByDay, columns.energy),
    row(columns.date, head, widths, labelWidth),
    ...table.rows.map(({ label, amounts }) => row(label, amounts, widths, labelWidth)),
    ...(table.sums.every((sum) => sum === '') ? [] : [row(table.sumLabel, table.sums, widths, labelWidth)]),
    ...(table.legend === null ? [] : wrapped(table.legend)),
  ];
}

function hours({ hours: rows, language }: MailView): string[] {
  const busiest = busiestHour(rows);
  if (busiest === undefined) return [];
  const { sections, columns, mail } = language.texts;
  const amountWidth = 8;
  const widths = [amountWidth, Math.min(50, roomBeside(rows.map(({ label }) => label)) - amountWidth)];
  const bar = (share: number | null) => ` ${'#'.repeat(Math.round((share ?? 0) * 36))}`;
  return [
    ...heading(sections.hourByHour, columns.energy),
    ...rows.map(({ label, amount, barShare }) => (row(label, [amount, ''], widths) + bar(barShare)).trimEnd()),
    ...wrapped(mail.busiestHour(busiest.label, busiest.endLabel, busiest.energy)),
  ];
}

function changes(view: MailView): string[] {
  if (view.changes.length === 0) return [];
  const lines = view.changes.flatMap(({ label, text }) => bullet('*', view.language.texts.labelled(label, text)));
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
    ...(view.footer === null ? [] : wrapped(view.footer)),
  ];
}
