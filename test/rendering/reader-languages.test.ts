import { describe, expect, it } from 'vitest';
import type { Report } from '../../shared/domain/report/report.ts';
import { languageFor } from '../../shared/rendering/language/language.ts';
import { createMailComposer } from '../../shared/rendering/mail/mail-composer.ts';
import { everyNote } from '../support/every-note.ts';
import { readHtml } from '../support/html-reader.ts';
import { aReport, type ReportWishes } from '../support/report-builder.ts';
import { A_FACTOR, EVERYTHING } from '../support/tariff-builder.ts';
import { overlaps, textsOutside } from './pdf/layout-checks.ts';
import { pdfOf } from './pdf/pdf-of.ts';
import { elementsOf, type ReadPdf } from './pdf/read-pdf.ts';

/** Words that give away a phrase that nobody translated. */
const ENGLISH = new Set(
  `consumption production circuit circuits other data page of the and with day days hour hours gap gaps missing used
  produced grid meter meters mains report revision provisional energy share total battery figure figures note notes from
  not known complete measured imported exported week month billing cycle average highest lowest power always sample
  samples source is was were are this before after now date kind state how what when where you your estimate cost price
  please look change more less than at least midnight weekend daily weekly monthly`.split(/\s+/),
);
/** Of those, the ones that the language has too. */
const SHARED: Readonly<Record<string, readonly string[]>> = {
  de: ['was'],
  fr: ['page', 'circuit', 'circuits', 'production', 'total', 'date', 'source', 'figure', 'week', 'cycle'],
  es: ['provisional', 'total'],
  nb: ['data', 'at'],
};
const LOCALES = ['de-DE', 'fr-FR', 'es-ES', 'nb-NO'] as const;
const CHANGES = [
  { total: 'consumption', registerId: null, label: null, beforeKWh: 40, afterKWh: 41.25 },
  { total: null, registerId: 'c', label: 'Aa', beforeKWh: null, afterKWh: 12 },
] as const;

const CIRCUITS = ['Aa', 'Bb', 'Cc'];
const NAMELESS_TARIFF = {
  ...EVERYTHING,
  name: 'Q1',
  versions: EVERYTHING.versions.map((version) => ({
    ...version,
    bands: version.bands.map((band, index) => ({ ...band, name: `Q${index}` })),
  })),
};

/** A report in which nothing but the words of the language is words. */
function wordless(wishes: ReportWishes): Report {
  const silences = [
    { date: '2026-10-03' },
    { date: '2026-10-14', fromHour: 2, toHour: 11.5 },
    { date: '2026-10-20', fromHour: 3, toHour: 9, registerIds: ['circuit-1'] },
    { date: '2026-10-25', fromHour: 5, toHour: 9 },
  ];
  const report = aReport({
    timeZone: 'Europe/Berlin',
    label: 'Villa Q',
    organization: 'Qq',
    contact: 'q@qq.zz',
    revision: 2,
    provisional: true,
    changes: CHANGES,
    compared: { before: { circuits: ['Zz'] }, lastYear: { size: 0.9, circuits: CIRCUITS, hasBattery: true } },
    tariff: NAMELESS_TARIFF,
    emissionFactor: { ...A_FACTOR, name: 'Q1', region: 'Q2', publisher: 'Q3' },
    ...wishes,
    house: { circuits: CIRCUITS, hasBattery: true, silences, ...wishes.house },
  });
  const registers = report.registers.map((register, index) =>
    register.role === 'circuit' ? register : { ...register, label: `Q${index}` },
  );
  return { ...report, registers, location: { ...report.location, city: null, state: null } };
}

const attachments = ['x.pdf', 'x.csv'].map((fileName) => ({ fileName, contentType: 'x/y', bytes: new Uint8Array() }));
const compose = (report: Report) => createMailComposer().compose(report, attachments);

/** All that a PDF tells, to the eye, to the ear and to the viewer. */
const everythingIn = (pdf: ReadPdf): string =>
  [
    pdf.plain,
    ...pdf.outline,
    ...elementsOf(pdf).map((element) => ('alt' in element ? String(element.alt) : '')),
    String(pdf.info['Title']),
    String(pdf.info['Keywords']),
  ].join('\n');

function englishIn(text: string, locale: string): string[] {
  const shared = SHARED[locale.slice(0, 2)] ?? [];
  const words = new Set(text.toLowerCase().match(/\p{L}+/gu));
  return [...words].filter((word) => ENGLISH.has(word) && !shared.includes(word));
}

describe('the list of English words', () => {
  it('finds the English report', async () => {
    const report = wordless({ locale: 'en-GB', period: '2026-10' });

    expect(englishIn(compose(report).text, 'de').length).toBeGreaterThan(40);
    expect(englishIn(everythingIn(await pdfOf(report, { structure: true })), 'de').length).toBeGreaterThan(40);
  });
});

const PERIODS = ['2026-10', '2026-10-25', '2026-W43', '2026-09-28/2026-10-27'] as const;
const CASES = LOCALES.flatMap((locale) => PERIODS.map((period) => [locale, period] as const));

describe.each(CASES)('a report in %s about %s', (locale, period) => {
  const plain = wordless({ locale, period });
  const report = { ...plain, notes: [...plain.notes, ...everyNote(plain)] };

  it('is a mail without a word of English, nothing cut, with the numbers and the tag of its language', () => {
    const { subject, text, html, language } = compose(report);
    const shown = readHtml(html).text;

    for (const part of [subject, text, shown]) {
      expect(englishIn(part, locale)).toEqual([]);
      expect(part).not.toMatch(/…|undefined|NaN/);
      expect(part).not.toMatch(/\d\.\d{1,2}(?!\d)/);
    }
    expect(html).toContain(`<html lang="${locale}" dir="ltr">`);
    expect(language).toBe(locale);
    expect(text.split('\n').filter((line) => [...line].length > 72)).toEqual([]);
  });

  it('is a PDF without a word of English, nothing cut, out of place or over something else', async () => {
    const pdf = await pdfOf(report, { structure: true });

    expect(englishIn(everythingIn(pdf), locale)).toEqual([]);
    expect(pdf.plain).not.toMatch(/…|undefined|NaN/);
    expect([...textsOutside(pdf), ...overlaps(pdf)]).toEqual([]);
  });
});

describe.each(LOCALES)('the details of figures in %s', (locale) => {
  it('are printed in full, however many lines they take', async () => {
    const texts = languageFor(locale).texts.pdf;
    const language = languageFor(locale);
    const gaps = aReport({ locale, house: { hasBattery: true, silences: [{ date: '2026-10-14', fromHour: 2 }] } });
    const whole = aReport({ locale, house: { size: 12 } });
    const [pdfWithGaps, pdf] = [await pdfOf(gaps), await pdfOf(whole)];
    const expected = (report: Report) => [
      texts.imported(language.total(report, 'gridImport')),
      texts.exported(language.total(report, 'gridExport')),
      texts.notMeasured,
      texts.baseLoadDetail,
    ];

    for (const words of expected(gaps)) expect(pdfWithGaps.plain).toContain(spaced(words));
    for (const words of [...expected(whole), texts.ofProduction, texts.ofConsumption]) {
      expect(pdf.plain).toContain(spaced(words));
    }
  });
});

describe('an empty period', () => {
  it.each(LOCALES)('is told in %s', async (locale) => {
    const report = wordless({ locale, period: '2026-10-03', revision: 1, changes: [] });
    const { subject, text, html } = compose(report);
    const pdf = await pdfOf(report);

    for (const part of [subject, text, readHtml(html).text, pdf.plain]) expect(englishIn(part, locale)).toEqual([]);
    expect(`${text}${pdf.plain}`).not.toContain('…');
  });
});

/** As the reader gives it back: one space between words, whatever kind it was. */
const spaced = (text: string): string => text.replaceAll(/\s+/g, ' ');
