import { execFile } from 'node:child_process';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Report } from '../../shared/domain/report/report.ts';
import { renderCsv } from '../../shared/rendering/csv/render-csv.ts';
import { html, htmlText } from '../../shared/rendering/mail/html/html.ts';
import { createMailComposer } from '../../shared/rendering/mail/mail-composer.ts';
import { loadFonts } from '../../shared/rendering/pdf/load-fonts.ts';
import { createPdfRenderer } from '../../shared/rendering/pdf/pdf-renderer.ts';
import { galleryCases } from './gallery-cases.ts';

/** Draws the README's pictures anew: page 1 of a month, its mail and its CSV file. Needs pdftoppm and chromium. */

const PICTURES = path.join(import.meta.dirname, 'pictures');
const CASE = 'month-solar-en-US';
const COLUMNS = ['location', 'date', 'day_hours', 'role', 'label', 'energy_kwh', 'coverage', 'quality'];
const ROWS = 12;
const STYLE = `body{margin:0;padding:14px;background:#fff;font:13px/1.5 sans-serif;color:#17242d}table{border-collapse:collapse}
th,td{border:1px solid #d7dfe5;padding:2px 10px;text-align:left;white-space:nowrap}th{background:#eef2f5}td:nth-child(3),td:nth-child(6),td:nth-child(7){text-align:right}`;

const run = promisify(execFile);
const wanted = (await galleryCases()).find(({ name }) => name === CASE);
if (wanted === undefined) throw new Error(`the gallery has no ${CASE}`);
const report = await wanted.make();
const scratch = await mkdtemp(path.join(tmpdir(), 'pictures-'));
try {
  await drawPage(report);
  await drawHtml('mail', createMailComposer().compose(report, []).html, '640,1180');
  await drawHtml('csv', csvTable(report), '790,340');
} finally {
  await rm(scratch, { recursive: true });
}

async function drawPage(of: Report): Promise<void> {
  const pdf = path.join(scratch, 'report.pdf');
  await writeFile(pdf, await createPdfRenderer({ fonts: loadFonts() }).renderPdf(of));
  const picture = path.join(scratch, 'page');
  await run('pdftoppm', ['-r', '80', '-f', '1', '-l', '1', '-singlefile', '-png', pdf, picture]);
  await rename(`${picture}.png`, path.join(PICTURES, 'report.png'));
}

async function drawHtml(name: string, text: string, size: string): Promise<void> {
  const file = path.join(scratch, `${name}.html`);
  await writeFile(file, text);
  const picture = `--screenshot=${path.join(PICTURES, `${name}.png`)}`;
  await run('chromium', ['--headless', '--no-sandbox', '--hide-scrollbars', `--window-size=${size}`, picture, file]);
}

function csvTable(of: Report): string {
  const [head = '', ...lines] = new TextDecoder().decode(renderCsv(of)).replace('\uFEFF', '').split('\r\n');
  const names = head.split(',');
  const at = COLUMNS.map((column) => names.indexOf(column)).filter((index) => index >= 0);
  // The first day's totals and circuits.
  const rows = lines.slice(0, ROWS).map((line) => line.split(',').map((cell) => cell.replaceAll('"', '')));
  return htmlText(html`<!doctype html><meta charset="utf-8"><style>${STYLE}</style><table><tr>${at.map((index) => html`<th>${names[index] ?? ''}</th>`)}</tr>
${rows.map((cells) => html`<tr>${at.map((index) => html`<td>${cells[index] ?? ''}</td>`)}</tr>`)}</table>`);
}
