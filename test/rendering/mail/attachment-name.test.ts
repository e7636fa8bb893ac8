import { describe, expect, it } from 'vitest';
import { attachmentName } from '../../../shared/rendering/mail/attachment-name.ts';
import { HOSTILE_LABELS } from '../../support/hostile-labels.ts';
import { aReport } from '../../support/report-builder.ts';

const report = aReport({ period: '2026-11-19', house: { resolutionSeconds: 3600 } });
const named = (label: string) => attachmentName({ ...report, location: { ...report.location, label } }, 'pdf');

describe('the name of an attached file', () => {
  it.each([
    ['Main House', '2026-11-19_Main-House_energy.pdf'],
    ['Straße 5, Küche', '2026-11-19_Strasse-5-Kuche_energy.pdf'],
    ['Łódź Ølgård', '2026-11-19_Lodz-Olgard_energy.pdf'],
    ['洗衣機', '2026-11-19_location_energy.pdf'],
    ['', '2026-11-19_location_energy.pdf'],
    ['../../etc/passwd', '2026-11-19_etc-passwd_energy.pdf'],
    ['a'.repeat(5_000), `2026-11-19_${'a'.repeat(40)}_energy.pdf`],
  ])('of %j is %s', (label, name) => {
    expect(named(label)).toBe(name);
  });

  it('tells periods, formats and revisions apart', () => {
    const cycle = aReport({ period: '2026-10-15/2026-11-14', revision: 2, house: { resolutionSeconds: 3600 } });
    expect(attachmentName(cycle, 'csv')).toBe('2026-10-15_2026-11-14_Main-House_energy_r2.csv');
  });

  it.each([
    ['de-CH', 'energie'],
    ['fr', 'energie'],
    ['es-MX', 'energia'],
    ['nn-NO', 'energi'],
    ['ja-JP', 'energy'],
  ])('has its reader’s word for energy: %s', (locale, word) => {
    const localised = { ...report, presentation: { ...report.presentation, locale } };
    expect(attachmentName(localised, 'csv')).toBe(`2026-11-19_Main-House_${word}.csv`);
  });

  it('is plain, whoever named the place', () => {
    const plain = /^2026-11-19_[A-Za-z0-9][A-Za-z0-9-]{0,39}_energy\.pdf$/;
    expect(HOSTILE_LABELS.filter((label) => !plain.test(named(label)))).toEqual([]);
  });
});
