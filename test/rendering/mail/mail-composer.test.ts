import { describe, expect, it } from 'vitest';
import type { MailAttachment } from '../../../shared/application/ports.ts';
import type { Report } from '../../../shared/domain/report/report.ts';
import { displayWidth } from '../../../shared/rendering/display-width.ts';
import { createMailComposer } from '../../../shared/rendering/mail/mail-composer.ts';
import { HOSTILE_LABELS } from '../../support/hostile-labels.ts';
import { readHtml } from '../../support/html-reader.ts';
import { aReport } from '../../support/report-builder.ts';

const composer = createMailComposer();
const attached = (report: Report): MailAttachment[] =>
  (['pdf', 'csv'] as const).map((format) => ({
    fileName: composer.attachmentName(report, format),
    contentType: 'application/octet-stream',
    bytes: new Uint8Array(),
  }));
const compose = (report: Report) => composer.compose(report, attached(report));
const day = '2026-11-19';

describe('a mail', () => {
  it('has a text part that is the whole report', () => {
    const { text } = compose(aReport({ period: '2026-W47', house: { hasBattery: true } }));
    for (const part of [
      'Weekly report · Main House',
      'You used',
      'All data is there',
      'Net from the grid',
      'Heat pump',
      'Other (not individually measured)',
      'Total',
      'Mon 16 Nov',
      'Always on',
      'not revenue-grade',
      'Data as received by',
      'Attached: 2026-W47_Main-House_energy.pdf',
      'help@example.com',
    ]) {
      expect(text).toContain(part);
    }
    expect(text).not.toContain('\u00A0');
  });

  it('has a text part of lines of at most 72 columns, and every hour of a day', () => {
    const { text } = compose(aReport({ period: '2026-11-01', house: { circuits: ['東京'.repeat(30), 'EV'] } }));
    const tooLong = text.split('\n').filter((line) => displayWidth(line) > 72);
    expect(tooLong).toEqual([]);
    expect(text.match(/^\d\d:00 GMT-[56] +\d/gm)).toHaveLength(25);
  });

  it('has an HTML part of plain tables, without anything from elsewhere', () => {
    const { html } = compose(aReport({ period: '2026-10', revision: 2, provisional: true }));
    const { tags, attributes } = readHtml(html);
    const allowed = 'html head meta title body div table tr td th p h1 h2 span br bdi'.split(' ');
    expect([...tags].filter((tag) => !allowed.includes(tag))).toEqual([]);
    expect([...attributes].filter((name) => /^on|src|href|action|background$/.test(name))).toEqual([]);
    expect(html).not.toMatch(/url\(|https?:|@import|javascript:/i);
    expect(html).toContain('<html lang="en-GB" dir="ltr">');
    expect(html).toMatch(/<title>Main House: [^<]*<\/title>/);
  });

  it('opens with its headline, which mail programs show behind the subject', () => {
    const report = aReport({ period: '2026-10' });
    const { html } = compose(report);
    expect(readHtml(html.slice(html.indexOf('<body'))).text.trim()).toMatch(
      /^You used [\d,]+\u00A0kWh and produced \d+\u00A0kWh in October 2026\. All data is there/,
    );
  });

  it('stays below what mail programs cut off, with 500 circuits too, and still adds up', () => {
    const circuits = Array.from({ length: 500 }, (_, index) => `Circuit ${index + 1} ${'<&>"'.repeat(20)}`);
    const report = aReport({ period: '2026-10', house: { circuits, resolutionSeconds: 3600 } });
    const { html, text } = compose(report);
    const total = Math.round((report.totals.consumption.energyKWh ?? 0) * 10);
    expect(Buffer.byteLength(html)).toBeLessThan(100_000);
    expect(readHtml(html).text).toMatch(/461 more circuits, see the PDF/);
    expect(text.match(/^Circuit \d+ /gm)).toHaveLength(500);
    expect(circuitTenths(text)).toEqual({ rows: 501, parts: total, total });
    expect(htmlCircuitTenths(html)).toEqual({ rows: 41, parts: total, total });
    expect(Buffer.byteLength(text)).toBeLessThan(60_000);
  });

  it('stays small with the longest names, a note for each circuit, and a year of days', () => {
    const circuits = Array.from({ length: 500 }, (_, index) => `${index} ${'👩‍👩‍👧‍👦'.repeat(70)}`);
    const silences = [{ date: day, registerIds: circuits.map((_, index) => `circuit-${index + 1}`) }];
    const silent = compose(aReport({ period: day, house: { circuits, silences, resolutionSeconds: 3600 } }));
    const named = compose(aReport({ period: day, house: { circuits, resolutionSeconds: 3600 } }));
    const year = compose(aReport({ period: '2026-01-01/2026-12-31', house: { resolutionSeconds: 3600 } }));
    const label = 'कि'.repeat(180);
    const changes = circuits.map((_, index) => ({
      total: null,
      registerId: `${index}`,
      label,
      beforeKWh: 1,
      afterKWh: 2,
    }));
    const cycle = aReport({ period: '2026-10-01/2026-12-01', changes, house: { circuits, resolutionSeconds: 3600 } });
    const long = compose({ ...cycle, registers: cycle.registers.map((register) => ({ ...register, label })) });
    expect(htmlCircuitTenths(long.html).parts).toBe(htmlCircuitTenths(long.html).total);
    expect(
      [silent, named, year, long].map(({ html }) => Buffer.byteLength(html)).filter((bytes) => bytes > 100_000),
    ).toEqual([]);
    expect(readHtml(silent.html).text).toMatch(/\d+ more notes, see the PDF\./);
    expect(readHtml(year.html).text).toContain('The days are too many for a mail, see the PDF.');
    expect(year.text.match(/^\w{3} \d+ \w+ /gm)).toHaveLength(365);
  });

  it('marks amounts with gaps where they stand, and says what the mark means', () => {
    const silences = [{ date: '2026-11-17', fromHour: 2, toHour: 9 }];
    const { html, text } = compose(aReport({ period: '2026-W47', house: { silences } }));
    expect(text).toMatch(/^Tue 17 Nov +≥[\d.]+ +≥[\d.]+ +≥[\d.]+ +≥[\d.]+ +≈[\d.]+$/m);
    expect(text).toMatch(/^Wed 18 Nov +[\d.]+ /m);
    expect(text).toMatch(/^Total +≥[\d.,]+$/m);
    for (const part of [text, readHtml(html).text]) expect(part).toContain('≥ at least, ≈ with gaps');
  });

  it('has circuits that add up to the consumption in both parts', () => {
    const report = aReport({ period: '2026-10' });
    const { html, text } = compose(report);
    const total = Math.round((report.totals.consumption.energyKWh ?? 0) * 10);
    expect(circuitTenths(text)).toEqual({ rows: 6, parts: total, total });
    expect(htmlCircuitTenths(html)).toEqual({ rows: 6, parts: total, total });
  });

  it('claims no sum when Other is withheld', () => {
    const silences = [{ date: day, registerIds: ['circuit-1'], fromHour: 2, toHour: 20 }];
    const { html, text } = compose(aReport({ period: day, house: { silences } }));
    for (const part of [text, readHtml(html).text]) {
      expect(part).toContain('these do not add up to the');
      expect(part).not.toMatch(/\bTotal\b(?! consumption)/);
      expect(part).toMatch(/Other \(not individually measured\) +–/);
    }
  });

  it('shows names as they are, and only as text', () => {
    const circuits = HOSTILE_LABELS.slice(0, 35);
    const { html, text } = compose(
      aReport({ period: day, label: '"><script>alert(1)</script>', house: { circuits, resolutionSeconds: 3600 } }),
    );
    expect([...readHtml(html).tags]).not.toContain('script');
    expect(readHtml(html).text).toContain('"><script>alert(1)</script>');
    expect(text.replaceAll('\n', '')).not.toMatch(/\p{Cc}|[\u202A-\u202E]/u);
  });

  it('is well-formed, whoever named the place, its circuits and its operator', () => {
    const report = aReport({ period: day, house: { resolutionSeconds: 3600, circuits: ['EV'] } });
    const tagsOf = (html: string) => [...readHtml(html).tags].sort().join();
    const usualTags = tagsOf(compose(report).html);
    // Every fourth label: all endings and all beginnings come up.
    for (const label of HOSTILE_LABELS.filter((_, index) => index % 4 === 0)) {
      const { html, subject } = compose({
        ...report,
        location: { ...report.location, label },
        presentation: { ...report.presentation, organization: label, contact: label },
        registers: report.registers.map((register) => ({ ...register, label })),
      });
      expect(tagsOf(html)).toBe(usualTags);
      expect(subject).not.toMatch(/[\r\n]/);
    }
  });

  it('keeps names that are written from right to left apart from the words around them', () => {
    const report = aReport({
      period: day,
      label: 'מטבח',
      house: { circuits: ['מטבח'], silences: [{ date: day, registerIds: ['circuit-1'] }] },
    });
    const { html } = compose(report);
    expect(html).toContain('<bdi>\u2068מטבח\u2069</bdi>');
    expect(html).toContain('“\u2068מטבח\u2069” sent no data');
  });

  it('says what changed, and what is not final', () => {
    const changes = [
      { total: 'consumption', registerId: null, label: null, beforeKWh: 40, afterKWh: 41.25 },
      { total: null, registerId: 'c', label: 'Heat pump', beforeKWh: null, afterKWh: 12 },
    ] as const;
    const { html, text } = compose(aReport({ period: day, provisional: true, revision: 2, changes }));
    for (const part of [text, readHtml(html).text.replaceAll('\u00A0', ' ')]) {
      expect(part).toContain('Provisional');
      expect(part).toContain('Revision 2');
      expect(part).toMatch(/Consumption:? 40\.0 kWh before, 41\.3 kWh now/);
      expect(part).toMatch(/Heat pump:? not known before, 12\.0 kWh now/);
    }
  });

  it('gives no figures and no empty tables when nothing came', () => {
    const { html, text } = compose(aReport({ period: day, house: { silences: [{ date: day }] } }));
    for (const part of [text, readHtml(html).text]) {
      expect(part).toContain('No data was received');
      expect(part).not.toMatch(/\bkWh\b|\b0 kWh/);
    }
  });

  it('is the same every time', () => {
    const report = () => aReport({ period: '2026-W47' });
    expect(compose(report())).toEqual(compose(report()));
  });
});

const tenths = (amount: string) =>
  Math.round(Number(amount.replaceAll(/[^\d.]/g, '')) * 10) * (amount.startsWith('−') ? -1 : 1);
const sumOf = (amounts: readonly string[]) =>
  amounts.reduce((sum, amount) => sum + (/^[<>]/.test(amount) ? 0 : tenths(amount)), 0);

/** Rows, sum and total of the circuit table in a text part. */
function circuitTenths(text: string) {
  const [, table = ''] = /\nCircuit +kWh.*\n([\s\S]*?)\n\n/.exec(text) ?? [];
  const amounts = table.split('\n').map((line) => line.slice(35, 52).trim());
  return { rows: amounts.length - 1, parts: sumOf(amounts.slice(0, -1)), total: tenths(amounts.at(-1) ?? '') };
}

/** The same of an HTML part. */
function htmlCircuitTenths(html: string) {
  const [, table = ''] = /Where the energy went<\/h2>([\s\S]*?)<h2/.exec(html) ?? [];
  const rows = table.split('<th scope="row"').slice(1);
  const amounts = rows.map((row) => />([^<>]*)<\/td>/.exec(row.slice(row.indexOf('text-align:right')))?.[1] ?? '');
  return { rows: amounts.length - 1, parts: sumOf(amounts.slice(0, -1)), total: tenths(amounts.at(-1) ?? '') };
}
