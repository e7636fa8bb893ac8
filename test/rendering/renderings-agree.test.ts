import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../shared/domain/report/report.ts';
import { renderCsv } from '../../shared/rendering/csv/render-csv.ts';
import { renderJson } from '../../shared/rendering/json/render-json.ts';
import { languageFor } from '../../shared/rendering/language/language.ts';
import { createMailComposer } from '../../shared/rendering/mail/mail-composer.ts';
import { readCsvRecords } from '../support/csv-reader.ts';
import { readHtml } from '../support/html-reader.ts';
import { anyReport } from '../support/report-arbitrary.ts';
import { aReport } from '../support/report-builder.ts';

const CSV_ROLES = {
  consumption: 'consumption',
  production: 'production',
  netGrid: 'net_grid',
  battery: 'battery',
  other: 'other',
} as const;
const NAMES = Object.keys(CSV_ROLES) as (keyof typeof CSV_ROLES)[];
type Json = { totals: Record<string, number | null>; registers: { id: string; energyKWh: number | null }[] };

const plain = (text: string) => text.replaceAll('\u00A0', ' ');

/** Sum over the days as the CSV file has them, undefined where a day of it is open. */
function csvSum(
  rows: readonly Record<string, string>[],
  matches: (row: Record<string, string>) => boolean,
): number | undefined {
  const cells = rows.filter(matches).map((row) => row['energy_kwh'] ?? '');
  return cells.some((cell) => cell === '') ? undefined : cells.reduce((sum, cell) => sum + Number(cell), 0);
}

function expectAgreement(report: Report): void {
  const language = languageFor(report.presentation.locale);
  const rows = readCsvRecords(new TextDecoder().decode(renderCsv(report)).replace('\uFEFF', ''));
  const json = JSON.parse(new TextDecoder().decode(renderJson(report))) as Json;
  const mail = createMailComposer().compose(report, []);
  const html = plain(readHtml(mail.html).text);
  const nothingKnown = report.registers.every((register) => register.energyKWh === null);

  for (const name of NAMES) {
    const energyKWh = json.totals[`${name}KWh`] ?? null;
    const summed = csvSum(rows, (row) => row['role'] === CSV_ROLES[name]);
    if (energyKWh !== null && summed !== undefined) expect(Math.abs(summed - energyKWh)).toBeLessThan(1e-5);
    if (report.totals[name].quality === 'not_applicable' || nothingKnown) continue;
    const shown = plain(language.total(report, name));
    const label = language.totalLabel(name);
    const line = mail.text.split('\n').find((candidate) => candidate.startsWith(label) && candidate.endsWith(shown));
    expect(line, `${label} ${shown}`).toBeDefined();
    expect(html).toContain(`${label} ${shown}`);
  }
  for (const register of json.registers) {
    const summed = csvSum(rows, (row) => row['register_id'] === register.id);
    if (register.energyKWh !== null && summed !== undefined)
      expect(Math.abs(summed - register.energyKWh)).toBeLessThan(1e-5);
  }
  expect(plain(mail.html)).toContain(plain(language.completenessSentence(report)));
  for (const note of report.notes)
    expect(html).toContain(
      plain(language.noteText(note, report))
        .slice(0, 30)
        .replaceAll(/[ \n]+/g, ' '),
    );
}

describe('the renderings of a report', () => {
  it('show the same figures, whatever the report', () => {
    fc.assert(fc.property(anyReport, expectAgreement), { numRuns: 40 });
  });

  it('show the same figures of a month with gaps, an unknown Other and a silent day', () => {
    const silences = [
      { date: '2026-10-14', fromHour: 2, toHour: 11 },
      { date: '2026-10-20' },
      { date: '2026-10-22', registerIds: ['circuit-1'] },
    ];
    expectAgreement(aReport({ period: '2026-10', house: { hasBattery: true, silences } }));
  });
});
