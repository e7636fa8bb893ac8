import { describe, expect, it } from 'vitest';
import { aReport } from '../../support/report-builder.ts';
import { textsOutside } from './layout-checks.ts';
import { pdfOf } from './pdf-of.ts';

const CIRCUITS = Array.from({ length: 500 }, (_, index) => `Circuit ${index + 1} ${'x'.repeat(5000)}`);
const HOURLY = { resolutionSeconds: 3600, circuits: CIRCUITS };

describe('the number of pages', () => {
  it('stays below the limit for 500 circuits, all of them named', async () => {
    const pdf = await pdfOf(aReport({ house: HOURLY }));

    expect(pdf.pages.length).toBeLessThanOrEqual(20);
    for (const number of [1, 250, 500]) expect(pdf.plain).toContain(`Circuit ${number} xxx`);
  });

  it('stays below it with everything at once, and says what is left out', async () => {
    const whole = aReport({
      period: '2026-01-01/2026-12-31',
      house: { resolutionSeconds: 3600, circuits: ['Kitchen'] },
    });
    const [main] = whole.registers;
    const circuit = whole.registers.find((register) => register.role === 'circuit');
    const [note] = whole.notes;
    if (main === undefined || circuit === undefined || note === undefined) throw new Error('an empty report');
    const times = <T>(count: number, make: (index: number) => T) =>
      Array.from({ length: count }, (_, index) => make(index));
    const pdf = await pdfOf({
      ...whole,
      registers: [
        ...times(600, (index) => ({ ...main, id: `m${index}` })),
        ...times(2000, (index) => ({ ...circuit, id: `c${index}` })),
      ],
      changes: times(900, () => ({ total: null, registerId: 'x', label: 'Kitchen', beforeKWh: 1, afterKWh: 2 })),
      notes: times(700, () => note),
    });

    expect(pdf.pages.length).toBeLessThanOrEqual(20);
    expect(pdf.plain).toMatch(/and [\d,]+ more circuits in the CSV/);
    expect(pdf.plain).toMatch(/and [\d,]+ more meters in the CSV/);
    expect(pdf.plain).toMatch(/[\d,]+ more changes are not printed here/);
    expect(pdf.plain).toMatch(/[\d,]+ more notes are not printed here/);
    expect(pdf.plain).toContain('How this report is made');
    expect(textsOutside(pdf)).toEqual([]);
  });
});
