import { describe, expect, it } from 'vitest';
import { languageFor } from '../../../shared/rendering/language/language.ts';
import { dayTableColumns, printedDays } from '../../../shared/rendering/printed-days.ts';
import { printedParts } from '../../../shared/rendering/printed-parts.ts';
import { aReport } from '../../support/report-builder.ts';
import { pdfOf, reportAndPdf } from './pdf-of.ts';

const GAPS = [{ date: '2026-10-09' }, { date: '2026-10-14', fromHour: 2, toHour: 11.5 }] as const;

describe('the PDF of a month', () => {
  it('says what the language says about the report', async () => {
    const { report, pdf } = await reportAndPdf({ house: { silences: GAPS }, provisional: true });
    const language = languageFor('en-GB');

    for (const sentence of [
      language.headline(report),
      language.periodLine(report),
      language.completenessSentence(report),
      language.readLine(report),
      language.contactLine(report),
      'Provisional',
      ...report.notes.map((note) => language.noteText(note, report)),
      ...language.methodSentences(report),
    ]) {
      expect(pdf.plain).toContain(plain(sentence));
    }
  });

  it('prints every circuit, and parts that add up to the printed sum', async () => {
    const { report, pdf } = await reportAndPdf({ house: { hasBattery: true } });
    const language = languageFor('en-GB');
    const { parts, sum } = printedParts(report);

    const table = pdf.pages[1]?.plain ?? '';
    for (const part of parts) {
      const name = part.kind === 'other' ? 'Other (not individually measured)' : part.label;
      const amount = language.printedAmount(part.printedKWh, part.energyKWh, 1);
      expect(table).toContain(plain(`${name} ${amount} ${language.percent(part.share)}`));
    }
    expect(table).toContain(plain(`Total (Consumption) ${language.amount(sum?.printedKWh ?? null, 1)}`));
  });

  it('prints every figure of every day, the net included', async () => {
    const { report, pdf } = await reportAndPdf({ house: { silences: GAPS } });
    const language = languageFor('en-GB');
    const columns = printedDays(report, [...dayTableColumns(report), 'netGrid'], 1);

    for (const [index, day] of report.days.entries()) {
      const row = rowAfter(pdf.plain, language.rowDate(day.date));
      for (const { printedKWh, figures } of columns) {
        const amount = language.printedAmount(printedKWh[index] ?? null, figures[index]?.energyKWh ?? null, 1);
        expect(row).toContain(plain(amount));
      }
      expect(row).toContain(plain(language.coverage(day.coverage)));
    }
  });

  it('counts its pages and bears a title that no tenant wrote', async () => {
    const { pdf } = await reportAndPdf({ label: 'Secret Villa', organization: 'Someone & Sons' });

    expect(pdf.pages.map((page) => /Page \d+ of \d+/.exec(page.plain)?.[0])).toEqual(
      pdf.pages.map((_, index) => `Page ${index + 1} of ${pdf.pages.length}`),
    );
    expect(pdf.info['Title']).toBe('Energy report, October 2026');
    expect(JSON.stringify([pdf.info, pdf.outline])).not.toMatch(/Secret|Someone/);
  });

  it('lists what a revision changed', async () => {
    const changes = [
      { total: 'consumption', registerId: null, label: null, beforeKWh: 700, afterKWh: 812.4 },
      { total: null, registerId: 'circuit-1', label: 'Heat pump', beforeKWh: null, afterKWh: 3 },
    ] as const;
    const { pdf } = await reportAndPdf({ revision: 2, changes });

    expect(pdf.plain).toContain('Revision 2');
    expect(pdf.plain).toContain('Consumption 700.0 812.4 +112.4');
    expect(pdf.plain).toContain('Heat pump – 3.0 –');
  });
});

describe('places that lack something', () => {
  it('speaks of the measured circuits where there are no mains', async () => {
    const { pdf } = await reportAndPdf({ house: { hasMains: false } });

    expect(pdf.plain).toContain('The measured circuits used');
    expect(pdf.plain).toContain('Total (Measured circuits)');
    expect(pdf.plain).not.toMatch(/Net from the grid|Other \(not individually measured\)/);
  });

  it('says plainly that there is no data, without axes or tables', async () => {
    const { pdf } = await reportAndPdf({ period: '2026-W47', house: { silences: WHOLE_WEEK } });

    expect(pdf.pages).toHaveLength(1);
    expect(pdf.plain).toContain('No data was received in week 47');
    expect(pdf.plain).not.toMatch(/Day by day|All circuits|kWh a day/);
  });

  it('shows a negative Other as it is', async () => {
    const { report, pdf } = await reportAndPdf({ house: { sourceOther: 'silent' } }, {});
    const other = { energyKWh: -23.4, quality: 'measured' } as const;
    const { pdf: negative } = await reportAndPdf({}, { totals: { ...report.totals, other } });

    expect(negative.plain).toContain('\u221223.4');
    expect(pdf.plain).not.toContain('\u221223.4');
  });

  it('shows production alone where nothing else is measured', async () => {
    const { pdf } = await reportAndPdf({ house: { circuits: [], hasMains: false } });

    expect(pdf.plain).toContain('Production, kWh a day');
    expect(pdf.plain).not.toMatch(/Consumption|Measured circuits|Where the energy went|below the line/);
  });

  it('tells what is withheld from what was never heard', async () => {
    const silences = [{ date: '2026-10-09', fromHour: 3, toHour: 20, registerIds: ['main-1'] }, { date: '2026-10-13' }];
    const { pdf } = await reportAndPdf({ house: { silences } });

    expect(pdf.pages[0]?.plain).toContain('no data / not known');
    expect(pdf.plain).toContain('cannot be checked, as data is missing');
    expect(pdf.plain).not.toContain(' agrees ');
  });

  it('draws no hours for a day that came without a power series', async () => {
    const report = aReport({ period: '2026-11-19' });
    const pdf = await pdfOf({ ...report, days: report.days.map((day) => ({ ...day, hourly: [] })) });

    expect(pdf.plain).toContain('Where the energy went');
    expect(pdf.plain).not.toContain('Hour by hour');
  });
});

describe('the PDF of a day', () => {
  it.each([
    ['a plain day', '2026-11-19', 'America/Chicago', 'en-GB'],
    ['25 hours', '2026-11-01', 'America/Chicago', 'en-US'],
    ['23 hours', '2026-03-08', 'America/Chicago', 'en-US'],
    ['24.5 hours', '2026-04-05', 'Australia/Lord_Howe', 'en-AU'],
    ['an offset of 5:45', '2026-11-19', 'Asia/Kathmandu', 'en-US'],
  ])('is one page: %s', async (_, period, timeZone, locale) => {
    const { report, pdf } = await reportAndPdf({ period, timeZone, locale });

    expect(pdf.pages).toHaveLength(1);
    expect(pdf.plain).toContain('Hour by hour');
    expect(pdf.plain).toContain(plain(languageFor(locale).headline(report)));
  });

  it('is one page with 120 circuits too, and sums up those that it does not name', async () => {
    const circuits = Array.from({ length: 120 }, (_, index) => `Circuit ${index + 1}`);
    const { report, pdf } = await reportAndPdf({ period: '2026-11-19', house: { circuits } });

    expect(pdf.pages).toHaveLength(1);
    const named = report.registers.filter((register) => pdf.plain.includes(` ${register.label} `)).length;
    expect(pdf.plain).toContain(`${120 - named} more circuits`);
  });
});

const WHOLE_WEEK = Array.from({ length: 7 }, (_, index) => ({ date: `2026-11-${16 + index}` }));

/** As the reader gives it back: one space between words, whatever kind it was. */
const plain = (text: string): string => text.replaceAll(/\s+/g, ' ');

const rowAfter = (text: string, date: string): string => {
  const start = text.lastIndexOf(plain(date));
  return start < 0 ? '' : text.slice(start, start + 110);
};
