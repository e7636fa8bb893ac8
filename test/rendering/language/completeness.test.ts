import { describe, expect, it } from 'vitest';
import { languageFor } from '../../../shared/rendering/language/language.ts';
import type { House } from '../../support/house.ts';
import { aReport } from '../../support/report-builder.ts';

const british = languageFor('en-GB');
const sentence = (period: string, house: House, overrides = {}) =>
  british.completenessSentence(aReport({ period, house }, overrides)).replaceAll('\u00A0', ' ');

describe('the sentence on completeness', () => {
  it('says when all is there', () => {
    expect(sentence('2026-10', {})).toBe('All data is there: 31 of 31 days, 100 % of the expected 5-minute samples.');
    expect(sentence('2026-11-19', { resolutionSeconds: 900 })).toBe(
      'All data is there: 100 % of the expected 15-minute samples.',
    );
  });

  it('says how much is missing, when and why', () => {
    const silences = [{ date: '2026-09-14', fromHour: 2, toHour: 11 + 35 / 60 }];
    expect(sentence('2026-09', { silences })).toBe(
      'Complete data for 29 of 30 days; 98.7 % of the expected 5-minute samples; gap on 14 September, 02:00–11:35 (hub c0kw1n3y offline).',
    );
  });

  it('leaves the date out in the report of a single day', () => {
    expect(sentence('2026-11-19', { silences: [{ date: '2026-11-19', fromHour: 22 }] })).toBe(
      '91.7 % of the expected 5-minute samples; gap 22:00–midnight (hub c0kw1n3y offline).',
    );
  });

  it('names days without any data, and counts the gaps beyond two', () => {
    const silences = [
      { date: '2026-11-16' },
      ...[17, 18, 19].map((day) => ({ date: `2026-11-${day}`, fromHour: 1, toHour: 2 })),
    ];
    expect(sentence('2026-W47', { silences })).toMatch(
      /^Complete data for 3 of 7 days; .*; no data at all on 1 day; gap on 17 .*; gap on 18 .*; 1 more gap\.$/,
    );
    const many = Array.from({ length: 12 }, (_, hour) => ({
      date: '2026-11-19',
      fromHour: 2 * hour,
      toHour: 2 * hour + 1,
    }));
    expect(sentence('2026-11-19', { silences: many })).toMatch(/; 10 more gaps\.$/);
  });

  it('tells of single silent meters when no stretch is missing as a whole', () => {
    const silences = [{ date: '2026-11-19', registerIds: ['circuit-1'], fromHour: 3, toHour: 4 }];
    expect(sentence('2026-11-19', { silences })).toBe(
      '100 % of the expected 5-minute samples; gaps in 1 of 8 meter channels.',
    );
  });

  it('does not make up a share where the source does not count', () => {
    expect(sentence('2026-11-19', {}, { coverage: null })).toBe(
      'All data is there: the source does not count its samples.',
    );
  });

  it('says so when nothing came', () => {
    expect(sentence('2026-11-19', { silences: [{ date: '2026-11-19' }] })).toBe('No data was received.');
  });
});
