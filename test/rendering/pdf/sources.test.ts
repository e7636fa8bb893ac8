import { describe, expect, it } from 'vitest';
import { batteryLines } from '../../../shared/rendering/battery-lines.ts';
import { energyFlows } from '../../../shared/rendering/energy-flows.ts';
import { languageFor } from '../../../shared/rendering/language/language.ts';
import { printedDays } from '../../../shared/rendering/printed-days.ts';
import type { House } from '../../support/house.ts';
import { overlaps, textsOutside } from './layout-checks.ts';
import { reportAndPdf } from './pdf-of.ts';

const DEVICES: House = { circuits: [], hasBattery: true, readsDevices: true, resolutionSeconds: 900 };
const plain = (text: string) => text.replaceAll('\u00A0', ' ');

describe('the PDF of a place without circuits', () => {
  it('says where energy came from and went, and has no Other', async () => {
    const { report, pdf } = await reportAndPdf({ house: DEVICES });
    const page = pdf.pages[0]?.plain ?? '';
    const flows = energyFlows(report, languageFor('en-GB'));
    for (const { name, value } of flows?.sides.flatMap(({ parts }) => parts) ?? []) {
      expect(page).toContain(plain(`${name} ${value}`));
    }
    expect(pdf.plain).not.toMatch(/\bOther\b|circuit/i);
  });

  it('has both sides come to the same', async () => {
    const { report } = await reportAndPdf({ period: '2026-W47', house: DEVICES });
    const [came = 0, went = 0] = (energyFlows(report, languageFor('en'))?.sides ?? []).map(({ parts }) =>
      parts.reduce((sum, { energyKWh }) => sum + (energyKWh ?? Number.NaN), 0),
    );
    expect(came).toBeGreaterThan(10);
    expect(went).toBeCloseTo(came, 6);
  });

  it('is one page for a day, with what the battery did', async () => {
    const sourceEmissions = { kgCO2: 2.5, method: 'marginal', publisher: 'WattTime' } as const;
    const { report, pdf } = await reportAndPdf({ period: '2026-11-19', house: { ...DEVICES, sourceEmissions } });
    expect(pdf.pages).toHaveLength(1);
    for (const { name, value } of batteryLines(report, languageFor('en-GB'))) {
      expect(pdf.plain).toContain(plain(`${name} ${value}`));
    }
    expect(pdf.plain).toContain('CO₂, marginal: 2.5 kg (WattTime, marginal method)');
  });

  it.each(['en-US', 'de-DE', 'fr-FR', 'es-ES', 'nb-NO'])(
    'keeps its texts on the page and apart: %s',
    async (locale) => {
      const silences = [
        { date: '2026-11-18', fromHour: 3, toHour: 12 },
        { date: '2026-11-20', registerIds: ['battery'] },
      ];
      for (const wishes of [
        { period: '2026-W47', house: { ...DEVICES, silences, size: 2_000 } },
        { period: '2026-11-18', house: { ...DEVICES, silences } },
      ]) {
        const { report, pdf } = await reportAndPdf({ ...wishes, locale });
        for (const { name } of batteryLines(report, languageFor(locale))) expect(pdf.plain).toContain(plain(name));
        expect(textsOutside(pdf)).toEqual([]);
        expect(overlaps(pdf)).toEqual([]);
      }
    },
  );
});

describe('the battery of a place', () => {
  it.each<[string, House]>([
    ['with circuits', { hasBattery: true }],
    ['without', DEVICES],
  ])('is told day by day, the days adding up to the total: %s', async (_, house) => {
    const { report, pdf } = await reportAndPdf({ house });
    const language = languageFor('en-GB');
    const columns = printedDays(report, ['charged', 'discharged']);
    for (const { printedKWh, printedTotalKWh } of columns) {
      expect(printedKWh.reduce<number>((sum, energyKWh) => sum + (energyKWh ?? Number.NaN), 0)).toBeCloseTo(
        printedTotalKWh ?? Number.NaN,
        6,
      );
    }
    const stored = report.days[0]?.battery?.atEnd ?? null;
    const row = columns.map(({ printedKWh }) => language.amount(printedKWh[0] ?? null, 1));
    const cells = stored === null ? row : [...row, language.amount(stored, 1)];
    expect(pdf.plain).toContain(plain(`Thu 1 Oct ${cells.join(' ')}`));
  });
});
