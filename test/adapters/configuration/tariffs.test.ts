import { describe, expect, test } from 'vitest';
import { aFile, type Changes, faultsOf, parse } from './configuration-builder.ts';

const PEAK = {
  name: 'Peak',
  pricePerKWh: '0.3131',
  hours: ['07:00-09:00', '17:00-21:00'],
  weekdays: ['mon', 'tue', 'wed', 'thu', 'fri'],
  season: { from: '10-01', to: '03-31' },
};
const TARIFFS = {
  flat: { currency: 'EUR', versions: [{ from: '2026-01-01', pricePerKWh: '0.25' }] },
  'time-of-use': {
    name: 'Night & day',
    currency: 'USD',
    leftOut: ['taxes'],
    versions: [
      {
        from: '2026-07-01',
        bands: [
          PEAK,
          { name: 'Night', pricePerKWh: '0.12', hours: ['21:00-00:00'] },
          { name: 'Rest', pricePerKWh: '0.20' },
        ],
        feedInPerKWh: '0.08',
        standingCharge: { amount: '12.50', per: 'month' },
      },
      { from: '2026-01-01', pricePerKWh: '0.19' },
    ],
  },
};
const FACTORS = { texas: { gramsPerKWh: 349.5, region: 'ERCOT', publisher: 'US EPA, eGRID', year: 2024 } };
const withMoney = (changes: Changes = {}) =>
  aFile({ tariffs: structuredClone(TARIFFS), emissionFactors: structuredClone(FACTORS), ...changes });

describe('tariffs in the file', () => {
  test('come out in order of their dates, with prices in millionths', () => {
    const { tariff } = parse(withMoney({ 'defaults.tariff': 'time-of-use' })).defaults;

    expect(tariff).toEqual({
      name: 'Night & day',
      currency: { code: 'USD', digits: 2 },
      leftOut: ['taxes'],
      versions: [
        {
          from: '2026-01-01',
          to: '2026-06-30',
          bands: [{ name: null, pricePerKWh: 190_000, hours: null, weekdays: null, season: null }],
          feedInPerKWh: null,
          standingCharge: null,
        },
        {
          from: '2026-07-01',
          to: null,
          bands: [
            {
              name: 'Peak',
              pricePerKWh: 313_100,
              hours: [
                { from: 7, to: 9 },
                { from: 17, to: 21 },
              ],
              weekdays: [1, 2, 3, 4, 5],
              season: { from: '10-01', to: '03-31' },
            },
            { name: 'Night', pricePerKWh: 120_000, hours: [{ from: 21, to: 24 }], weekdays: null, season: null },
            { name: 'Rest', pricePerKWh: 200_000, hours: null, weekdays: null, season: null },
          ],
          feedInPerKWh: 80_000,
          standingCharge: { amount: 12_500_000, per: 'month' },
        },
      ],
    });
  });

  test('are named after their key, and leave out what most prices do, unless they say otherwise', () => {
    expect(parse(withMoney({ 'defaults.tariff': 'flat' })).defaults.tariff).toMatchObject({
      name: 'flat',
      leftOut: ['taxes', 'fees', 'demand'],
    });
  });

  test('are taken from the defaults by rules that name none, and taken away by null', () => {
    const rules = { 'defaults.tariff': 'flat', 'defaults.emissionFactor': 'texas' };
    const ruleWith = (changes: Changes) => parse(withMoney({ ...rules, ...changes })).reports[0]?.settings;

    expect(ruleWith({})).toMatchObject({ tariff: { name: 'flat' }, emissionFactor: { name: 'texas', year: 2024 } });
    expect(ruleWith({ 'reports.0.tariff': 'time-of-use' })?.tariff?.name).toBe('Night & day');
    expect(ruleWith({ 'reports.0.tariff': null, 'reports.0.emissionFactor': null })).toMatchObject({
      tariff: null,
      emissionFactor: null,
    });
  });

  test.each<[string, Changes, RegExp]>([
    [
      'an unknown tariff',
      { 'defaults.tariff': 'flatt' },
      /^defaults.tariff: must be one of tariffs \(flat, time-of-use\) \(did you mean flat\?\)$/,
    ],
    [
      'an unknown tariff in a rule',
      { 'reports.0.tariff': 'x' },
      /^reports\[0\].tariff: must be one of tariffs \(flat, time-of-use\)$/,
    ],
    [
      'a tariff in a file without any',
      { tariffs: undefined, 'defaults.tariff': 'flat' },
      /^defaults.tariff: must be one of tariffs, and the file has none$/,
    ],
    [
      'an unknown factor',
      { 'defaults.emissionFactor': 'texsa' },
      /^defaults.emissionFactor: must be one of emissionFactors \(texas\) \(did you mean texas\?\)$/,
    ],
    [
      'a price as a number',
      { 'tariffs.flat.versions.0.pricePerKWh': 0.25 },
      /^tariffs.flat.versions\[0\].pricePerKWh: must be a text in double quotes$/,
    ],
    [
      'a price with a comma',
      { 'tariffs.flat.versions.0.pricePerKWh': '0,25' },
      /^tariffs.flat.versions\[0\].pricePerKWh: must be a decimal number in double quotes/,
    ],
    [
      'a price below nothing',
      { 'tariffs.flat.versions.0.feedInPerKWh': '-0.25' },
      /^tariffs.flat.versions\[0\].feedInPerKWh: must be a decimal number/,
    ],
    [
      'no price',
      { 'tariffs.flat.versions.0.pricePerKWh': undefined },
      /^tariffs.flat.versions\[0\]: needs either pricePerKWh.* or bands$/,
    ],
    [
      'one price and bands',
      { 'tariffs.flat.versions.0.bands': [PEAK] },
      /^tariffs.flat.versions\[0\]: needs either pricePerKWh.* or bands$/,
    ],
    [
      'an unknown currency',
      { 'tariffs.flat.currency': 'EURO' },
      /^tariffs.flat.currency: must be a currency of ISO 4217/,
    ],
    ['no versions', { 'tariffs.flat.versions': [] }, /^tariffs.flat.versions: must not be empty$/],
    [
      'a date that is none',
      { 'tariffs.flat.versions.0.from': '2026-02-29' },
      /^tariffs.flat.versions\[0\].from: must be a date, YYYY-MM-DD/,
    ],
    [
      'half hours',
      { 'tariffs.time-of-use.versions.0.bands.0.hours': ['07:30-09:00'] },
      /bands\[0\].hours\[0\]: must be two full hours/,
    ],
    [
      'hours without length',
      { 'tariffs.time-of-use.versions.0.bands.0.hours': ['07:00-07:00'] },
      /bands\[0\].hours\[0\]: must not end when it begins/,
    ],
    [
      'a weekday that is none',
      { 'tariffs.time-of-use.versions.0.bands.0.weekdays': ['tues'] },
      /bands\[0\].weekdays\[0\]: must be one of mon, tue, .*\(did you mean tue\?\)$/,
    ],
    [
      'a day that no year has',
      { 'tariffs.time-of-use.versions.0.bands.0.season.to': '02-30' },
      /bands\[0\].season.to: must be a day of the year, MM-DD/,
    ],
    [
      'a standing charge by the year',
      { 'tariffs.time-of-use.versions.0.standingCharge.per': 'year' },
      /standingCharge.per: must be one of day, month$/,
    ],
    [
      'a gap of dates',
      { 'tariffs.time-of-use.versions.1.to': '2026-05-31' },
      /^tariffs.time-of-use.versions\[0\].from: leaves 2026-06-01 to 2026-06-30 without a price$/,
    ],
    [
      'an overlap of dates',
      { 'tariffs.time-of-use.versions.1.to': '2026-08-31' },
      /^tariffs.time-of-use.versions\[0\].from: overlaps with versions\[1\]$/,
    ],
    [
      'an overlap of hours',
      { 'tariffs.time-of-use.versions.0.bands.1.hours': ['20:00-22:00'] },
      /^tariffs.time-of-use.versions\[0\].bands\[1\]: overlaps with bands\[0\], such as on a Monday at 20:00/,
    ],
    [
      'hours without a price',
      { 'tariffs.time-of-use.versions.0.bands': [PEAK] },
      /^tariffs.time-of-use.versions\[0\].bands: have no price for some hours/,
    ],
    [
      'a factor of nothing',
      { 'emissionFactors.texas.gramsPerKWh': 0 },
      /^emissionFactors.texas.gramsPerKWh: must be at least 0.001$/,
    ],
    [
      'a factor that nobody publishes',
      { 'emissionFactors.texas.publisher': undefined },
      /^emissionFactors.texas.publisher: is missing$/,
    ],
    [
      'an unknown key',
      { 'tariffs.flat.curency': 'EUR' },
      /^tariffs.flat.curency: is not known here \(did you mean currency\?\)$/,
    ],
  ])('are refused with %s', (_title, changes, expected) => {
    expect(faultsOf(withMoney(changes))).toEqual([expect.stringMatching(expected)]);
  });

  test('tell all their faults at once, beside those of the rest of the file', () => {
    const faults = faultsOf(
      withMoney({
        version: 2,
        'defaults.tariff': 'none',
        'tariffs.flat.currency': 'euro',
        'tariffs.time-of-use.versions.1.to': '2026-05-31',
        'tariffs.time-of-use.versions.0.bands.1.hours': ['20:00-22:00'],
      }),
    );

    expect(faults.map((fault) => fault.split(':')[0]).sort()).toEqual([
      'defaults.tariff',
      'tariffs.flat.currency',
      'tariffs.time-of-use.versions[0].bands[1]',
      'tariffs.time-of-use.versions[0].from',
      'version',
    ]);
  });

  test.each([
    { tariffs: { 'Jane@secret.example': 1 } },
    { 'defaults.tariff': 'Jane@secret.example' },
    { 'tariffs.flat.name': 7, 'tariffs.flat.currency': 'Jane@secret.example' },
    { 'tariffs.flat.versions.0.from': 'Jane@secret.example' },
    {
      'tariffs.time-of-use.versions.0.bands.0.name': 'Jane@secret.example',
      'tariffs.time-of-use.versions.1.to': '2025-01-01',
    },
  ])('repeat nothing that might be an address: %j', (changes) => {
    const faults = faultsOf(withMoney(changes));

    expect(faults.length).toBeGreaterThan(0);
    expect(faults.join('\n')).not.toContain('secret');
  });
});
