import { describe, expect, it } from 'vitest';
import { languageFor } from '../../../shared/rendering/language/language.ts';
import { subjectOf } from '../../../shared/rendering/mail/subject.ts';
import { aReport, type ReportWishes } from '../../support/report-builder.ts';

const british = languageFor('en-GB');
const headline = (wishes: ReportWishes, overrides = {}) =>
  british.headline(aReport(wishes, overrides)).replaceAll('\u00A0', ' ');
const day = '2026-11-19';
const known = (energyKWh: number) => ({ energyKWh, quality: 'measured' }) as const;
const notApplicable = { energyKWh: null, quality: 'not_applicable' } as const;
const missing = { energyKWh: null, quality: 'missing' } as const;
const totals = aReport({ period: '2026-10' }).totals;

describe('the headline', () => {
  it('says what was used and produced', () => {
    const overrides = { totals: { ...totals, consumption: known(812.4), production: known(430.2) } };
    expect(headline({ period: '2026-10' }, overrides)).toBe('You used 812 kWh and produced 430 kWh in October 2026.');
  });

  it('says tenths below 100 kWh and for single days', () => {
    const small = { totals: { ...totals, consumption: known(99.94), production: known(99.96) } };
    expect(headline({ period: '2026-10' }, small)).toBe('You used 99.9 kWh and produced 100 kWh in October 2026.');
    const daily = { totals: { ...totals, consumption: known(181.26), production: known(0) } };
    expect(headline({ period: day }, daily)).toBe(
      'You used 181.3 kWh and produced 0 kWh on Thursday, 19 November 2026.',
    );
  });

  it('leaves production out where there is none', () => {
    expect(headline({ period: '2026-W47', house: { hasProduction: false } })).toMatch(
      /^You used \d+ kWh in week 47 \(16–22 November 2026\)\.$/,
    );
  });

  it('says "at least" when data is missing', () => {
    const house = { hasProduction: false, silences: [{ date: day, fromHour: 3, toHour: 5 }] };
    expect(headline({ period: day, house })).toMatch(/^You used at least [\d.]+ kWh on Thursday, 19 November 2026\.$/);
  });

  it('speaks of the measured circuits where the mains are not measured', () => {
    expect(headline({ period: day, house: { hasMains: false } })).toMatch(
      /^The measured circuits used [\d.]+ kWh, and you produced [\d.]+ kWh on/,
    );
    expect(headline({ period: day, house: { hasMains: false, hasProduction: false } })).toMatch(
      /^The measured circuits used [\d.]+ kWh on/,
    );
    expect(headline({ period: day, house: { hasMains: false, circuits: [] } })).toMatch(/^You produced [\d.]+ kWh on/);
  });

  it('does not guess what was used when too much is missing', () => {
    const withheld = { totals: { ...totals, consumption: missing, production: known(12) } };
    expect(headline({ period: day }, withheld)).toBe(
      'You produced 12.0 kWh on Thursday, 19 November 2026; too much data is missing to say what you used.',
    );
    const nothing = { totals: { ...totals, consumption: missing, production: missing } };
    expect(headline({ period: day }, nothing)).toBe(
      'Too much data is missing to say what you used on Thursday, 19 November 2026.',
    );
  });

  it('speaks of the grid where an unmeasured source hides what was used', () => {
    const overrides = {
      totals: {
        ...totals,
        consumption: missing,
        production: notApplicable,
        gridImport: known(12.5),
        gridExport: known(2.8),
      },
      notes: [{ code: 'source_unmeasured', attention: true } as const],
    };
    const report = aReport({ period: day }, overrides);
    const plain = (text: string) => text.replaceAll('\u00A0', ' ').replaceAll('\u202F', ' ');

    expect(
      ['en-GB', 'de-DE', 'fr-FR', 'es-ES', 'nb-NO'].map((tag) => plain(languageFor(tag).headline(report))),
    ).toEqual([
      'You drew 12.5 kWh from the grid and fed 2.8 kWh back on Thursday, 19 November 2026.',
      'Am Donnerstag, dem 19. November 2026 haben Sie 12,5 kWh aus dem Netz bezogen und 2,8 kWh eingespeist.',
      'Le jeudi 19 novembre 2026, vous avez soutiré 12,5 kWh du réseau et y avez injecté 2,8 kWh.',
      'El jueves 19 de noviembre de 2026 tomó usted 12,5 kWh de la red y vertió 2,8 kWh en ella.',
      'Torsdag 19. november 2026 hentet du 12,5 kWh fra nettet og leverte 2,8 kWh tilbake.',
    ]);
    expect(subjectOf(report, british)).not.toContain('no data');
  });

  it('says so when nothing at all is known', () => {
    expect(headline({ period: day, house: { silences: [{ date: day }] } })).toBe(
      'No data was received on Thursday, 19 November 2026, so nothing can be said about it.',
    );
  });
});
