import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languageFor } from '../../../shared/rendering/language/language.ts';
import { subjectOf } from '../../../shared/rendering/mail/subject.ts';
import { anyText, HOSTILE_LABELS } from '../../support/hostile-labels.ts';
import { aReport, type ReportWishes } from '../../support/report-builder.ts';

const language = languageFor('en-GB');
const subject = (wishes: ReportWishes) =>
  subjectOf(aReport({ ...wishes, house: { resolutionSeconds: 3600, ...wishes.house } }), language);
const base = aReport({ period: '2026-10', house: { resolutionSeconds: 3600 } });
const subjectFor = (label: string) => subjectOf({ ...base, location: { ...base.location, label } }, language);
const day = '2026-11-19';

describe('the subject of a mail', () => {
  it('names place, figure and period', () => {
    expect(subject({ period: '2026-10' })).toMatch(/^Main House: [\d,]+ kWh in October 2026$/);
    expect(subject({ period: day })).toMatch(/^Main House: [\d.]+ kWh on Thursday, 19 November 2026$/);
    expect(subject({ period: day, house: { hasMains: false } })).toMatch(/^Main House: [\d.]+ kWh on/);
  });

  it('marks what is not final', () => {
    expect(subject({ period: day, provisional: true })).toMatch(/ \(provisional\)$/);
    expect(subject({ period: day, provisional: true, revision: 3 })).toMatch(/ \(provisional, revision 3\)$/);
    expect(subject({ period: day, house: { silences: [{ date: day, fromHour: 2, toHour: 9 }] } })).toMatch(
      /: at least /,
    );
  });

  it('gives no figure where there is none', () => {
    expect(subject({ period: day, house: { silences: [{ date: day }] } })).toBe(
      'Main House: energy report, Thursday, 19 November 2026 (no data)',
    );
  });

  it('is one line of plain spaces, of a length that is read, whoever named the place', () => {
    const wrong = (text: string) =>
      /[\p{Cc}\p{Cf}\u00A0]/u.test(text.replaceAll(/[\u200D\u{E0000}-\u{E007F}]/gu, '')) || [...text].length > 300;
    expect(HOSTILE_LABELS.filter((label) => wrong(subjectFor(label)))).toEqual([]);
    fc.assert(
      fc.property(anyText, (label) => {
        expect(wrong(subjectFor(label))).toBe(false);
        expect(subjectFor(label)).toMatch(/ in October 2026$/);
      }),
    );
  });
});
