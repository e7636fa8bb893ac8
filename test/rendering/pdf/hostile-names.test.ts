import { describe, expect, it } from 'vitest';
import { aReport } from '../../support/report-builder.ts';
import { overlaps, textsOutside } from './layout-checks.ts';
import { pdfBytes, reportAndPdf } from './pdf-of.ts';

const HOSTILE = [
  ')) Tj ET endstream endobj /JS (app.alert(1)) /OpenAction',
  '>> /URI (https://evil.example) /Launch',
  '\\) \\( \\\\ %%EOF',
  '<script>alert(1)</script>',
  'Kitchen \u202Egnp.exe',
  '\u0000\u0007\u001b[31m',
  '👨‍👩‍👧‍👦 family 🔌',
  '東京のリビング',
  'e\u0300\u0301\u0302\u0303\u0304\u0305'.repeat(40),
  'W'.repeat(5000),
  '',
];

describe('names that a tenant chose', () => {
  it('become text and nothing else', async () => {
    const circuits = Array.from({ length: 60 }, (_, index) => `${HOSTILE[index % HOSTILE.length]} ${index}`);
    const name = HOSTILE[0] ?? '';
    const report = aReport({
      label: name,
      organization: name,
      contact: name,
      house: { circuits, resolutionSeconds: 3600 },
    });
    const text = Buffer.from(await pdfBytes(report, { plain: true })).toString('latin1');

    expect(text).not.toMatch(/\/(URI|JS|JavaScript|Launch|EmbeddedFiles?|AA|OpenAction|Annots)\b/);
    expect(text).not.toMatch(/evil\.example|app\.alert/);
    expect(text.match(/%%EOF/g)).toHaveLength(1);
  });

  it('are shown as far as the font can, with a mark for each character that it cannot, and a word about it', async () => {
    const { pdf } = await reportAndPdf({ house: { circuits: HOSTILE } });

    expect(pdf.plain).toContain('\ufffd family \ufffd');
    expect(pdf.plain).toContain('\ufffd'.repeat(7));
    expect(pdf.plain).toContain('Kitchen gnp.exe');
    expect(pdf.plain).toContain('(no name)');
    expect(pdf.plain).toContain('Some names hold characters');
    expect([...textsOutside(pdf), ...overlaps(pdf)]).toEqual([]);
  });

  it.each([
    ['Greek', 'Ωμέγα Ελλάδα'],
    ['Cyrillic', 'Кухня'],
    ['Armenian', 'Հայերեն'],
    ['Vietnamese', 'Nhà bếp lớn'],
    ['Hebrew', 'חדר שינה'],
    ['Arabic', 'مطبخ البيت'],
    ['ligatures that are not wanted', 'office flat'],
  ])('can be read back: %s', async (_, label) => {
    const { pdf } = await reportAndPdf({ period: '2026-11-19', label });

    expect(pdf.plain.normalize('NFC')).toContain(label);
    expect(pdf.plain).not.toContain('\ufffd');
  });
});
