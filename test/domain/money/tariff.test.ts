import { describe, expect, it } from 'vitest';
import { bandAt, versionOn } from '../../../shared/domain/money/tariff.ts';
import { parseLocalDate } from '../../../shared/domain/time/local-date.ts';
import { aBand, aVersion } from '../../support/tariff-builder.ts';

const version = aVersion({
  bands: [
    aBand('0.10', { name: 'night', hours: [{ from: 22, to: 6 }] }),
    aBand('0.20', { name: 'weekend', hours: [{ from: 6, to: 22 }], weekdays: [6, 7] }),
    aBand('0.40', {
      name: 'winter peak',
      hours: [
        { from: 7, to: 9 },
        { from: 17, to: 20 },
      ],
      weekdays: [1, 2, 3, 4, 5],
      season: { from: '11-01', to: '02-29' },
    }),
    aBand('0.30', { name: 'day' }),
  ],
});

describe('the price band of an hour', () => {
  it.each([
    ['2026-11-19', 23, 'night'],
    ['2026-11-19', 0, 'night'],
    ['2026-11-19', 5, 'night'],
    ['2026-11-19', 6, 'day'],
    ['2026-11-19', 7, 'winter peak'],
    ['2026-11-19', 9, 'day'],
    ['2026-11-19', 19, 'winter peak'],
    ['2026-11-19', 21, 'day'],
    ['2026-11-21', 7, 'weekend'],
    ['2026-11-21', 22, 'night'],
    ['2026-11-22', 21, 'weekend'],
    ['2026-10-30', 7, 'day'],
    ['2027-01-04', 8, 'winter peak'],
    ['2028-02-29', 8, 'winter peak'],
    ['2028-03-01', 8, 'day'],
  ])('on %s at %d is %s', (date, hour, expected) => {
    expect(bandAt(version, parseLocalDate(date), hour)?.name).toBe(expected);
  });
});

describe('the version of a date', () => {
  const versions = [aVersion({ from: '2026-01-01', to: '2026-06-30' }), aVersion({ from: '2026-07-01' })];

  it.each([
    ['2025-12-31', undefined],
    ['2026-01-01', '2026-01-01'],
    ['2026-06-30', '2026-01-01'],
    ['2026-07-01', '2026-07-01'],
    ['2199-01-01', '2026-07-01'],
  ])('on %s begins on %s', (date, expected) => {
    expect(versionOn({ versions }, parseLocalDate(date))?.from).toBe(expected);
  });
});
