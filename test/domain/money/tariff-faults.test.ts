import { fc, test as propertyTest } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import type { PriceBand, TariffVersion } from '../../../shared/domain/money/tariff.ts';
import { bandAt } from '../../../shared/domain/money/tariff.ts';
import { inDateOrder, tariffFaults } from '../../../shared/domain/money/tariff-faults.ts';
import { dateOfDayNumber } from '../../../shared/domain/time/local-date.ts';
import { aBand, aVersion } from '../../support/tariff-builder.ts';

const told = (versions: readonly TariffVersion[]) =>
  tariffFaults(versions).map(({ path, problem }) => `${path.join('.')} ${problem}`);
const toldOf = (...bands: PriceBand[]) => told([aVersion({ bands })]);

describe('the dates of a tariff', () => {
  it.each<[string, TariffVersion[], string[]]>([
    ['one version without an end', [aVersion()], []],
    [
      'a version that ends where the next begins',
      [aVersion({ from: '2026-01-01' }), aVersion({ from: '2026-07-01' })],
      [],
    ],
    [
      'versions that meet, in any order',
      [aVersion({ from: '2026-07-01' }), aVersion({ from: '2026-01-01', to: '2026-06-30' })],
      [],
    ],
    [
      'a gap',
      [aVersion({ from: '2026-01-01', to: '2026-06-28' }), aVersion({ from: '2026-07-01' })],
      ['versions.1.from leaves 2026-06-29 to 2026-06-30 without a price'],
    ],
    [
      'an overlap',
      [aVersion({ from: '2026-07-01' }), aVersion({ from: '2026-01-01', to: '2026-07-01' })],
      ['versions.0.from overlaps with versions[1]'],
    ],
    [
      'the same beginning twice',
      [aVersion({ from: '2026-01-01' }), aVersion({ from: '2026-01-01' })],
      ['versions.1.from overlaps with versions[0]'],
    ],
    [
      'several faults at once',
      [
        aVersion({ from: '2026-03-01', to: '2026-02-01' }),
        aVersion({ from: '2026-05-01', to: '2026-06-01' }),
        aVersion({ from: '2026-06-01', bands: [aBand('1', { weekdays: [1] })] }),
      ],
      [
        'versions.0.to lies before its from',
        'versions.1.from leaves 2026-02-02 to 2026-04-30 without a price',
        'versions.2.from overlaps with versions[1]',
        expect.stringMatching(
          /^versions.2.bands have no price for some hours, such as a Tuesday at 00:00 from 01-01 on;/,
        ),
      ],
    ],
  ])('with %s', (_title, versions, expected) => {
    expect(told(versions)).toEqual(expected);
  });

  it('are put in order, each version ending before the next', () => {
    const versions = inDateOrder([aVersion({ from: '2026-07-01' }), aVersion({ from: '2026-01-01' })]);

    expect(versions.map(({ from, to }) => [from, to])).toEqual([
      ['2026-01-01', '2026-06-30'],
      ['2026-07-01', null],
    ]);
  });
});

describe('the bands of a tariff', () => {
  const night = aBand('0.1', { hours: [{ from: 22, to: 6 }] });
  const day = aBand('0.3', { hours: [{ from: 6, to: 22 }] });

  it('may share the hours of the day out, or leave what is left to one band', () => {
    expect(toldOf(night, day)).toEqual([]);
    expect(toldOf(night, aBand('0.3'))).toEqual([]);
    expect(toldOf(aBand('0.3'))).toEqual([]);
  });

  it.each<[string, PriceBand[], RegExp[]]>([
    [
      'an hour without a price',
      [night, aBand('0.3', { hours: [{ from: 6, to: 21 }] })],
      [/^versions.0.bands have no price .* a Monday at 21:00 from 01-01 on/],
    ],
    [
      'a day of the week without a price',
      [aBand('1', { weekdays: [1, 2, 3, 4, 5, 6] })],
      [/bands have no price .* a Sunday at 00:00/],
    ],
    [
      'a season that misses the leap day',
      [aBand('1', { season: { from: '03-01', to: '02-28' } })],
      [/bands have no price .* from 02-29 on/],
    ],
    [
      'two bands at one hour',
      [night, aBand('0.3', { hours: [{ from: 5, to: 22 }] })],
      [/^versions.0.bands.1 overlaps with bands\[0\], such as on a Monday at 05:00/],
    ],
    [
      'two bands in one season',
      [aBand('1', { season: { from: '10-01', to: '03-31' } }), aBand('1', { season: { from: '03-31', to: '09-30' } })],
      [/^versions.0.bands.1 overlaps with bands\[0\], .* from 03-31 on$/],
    ],
    [
      'two bands that take the rest',
      [aBand('1'), aBand('2')],
      [/^versions.0.bands.1 holds at any time, as bands\[0\] does/],
    ],
    ['a pair once, however often it meets', [night, night, aBand('1')], [/^versions.0.bands.1 overlaps/]],
  ])('are refused with %s', (_title, bands, expected) => {
    expect(toldOf(...bands)).toEqual(expected.map((pattern) => expect.stringMatching(pattern)));
  });

  const monthDay = fc.integer({ min: 0, max: 365 }).map((day) => dateOfDayNumber(19_723 + day).slice(5));
  const anyBand = fc.record({
    hours: fc.option(
      fc.array(fc.record({ from: fc.nat(23), to: fc.integer({ min: 1, max: 24 }) }), { minLength: 1, maxLength: 2 }),
    ),
    weekdays: fc.option(fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 })),
    season: fc.option(fc.record({ from: monthDay, to: monthDay })),
  });

  propertyTest.prop([fc.array(anyBand, { minLength: 1, maxLength: 4 }), fc.integer({ min: 0, max: 1460 }), fc.nat(23)])(
    'that are found faultless price every hour of every day once',
    (parts, dayNumber, hour) => {
      const bands = parts.map((part) => aBand('1', part));
      const version = aVersion({ bands });
      const date = dateOfDayNumber(19_723 + dayNumber);
      const alone = bands.filter(
        (band) =>
          [band.hours, band.weekdays, band.season].some((part) => part !== null) &&
          bandAt({ ...version, bands: [band] }, date, hour) !== undefined,
      );

      if (tariffFaults([version]).length === 0) {
        expect(alone.length).toBeLessThanOrEqual(1);
        expect(bandAt(version, date, hour)).toBeDefined();
      } else if (alone.length > 1) {
        expect(tariffFaults([version]).some(({ problem }) => problem.startsWith('overlaps'))).toBe(true);
      }
    },
  );
});
