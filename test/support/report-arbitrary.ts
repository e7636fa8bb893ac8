import * as fc from 'fast-check';
import type { SourceAlert } from '../../shared/domain/energy/day-readings.ts';
import type { Report } from '../../shared/domain/report/report.ts';
import type { ComparedHouses } from './compared-houses.ts';
import type { House, Silence } from './house.ts';
import { aReport, type ReportWishes } from './report-builder.ts';
import { A_FACTOR, EVERYTHING } from './tariff-builder.ts';

const PERIODS: readonly (readonly [string, readonly string[]])[] = [
  ['2026-11-19', ['2026-11-19']],
  ['2026-03-08', ['2026-03-08']],
  ['2026-11-01', ['2026-11-01']],
  ['2026-W47', ['2026-11-16', '2026-11-18', '2026-11-22']],
  ['2026-10-29/2026-11-03', ['2026-10-29', '2026-11-01']],
];

const anySilence = (dates: readonly string[]): fc.Arbitrary<Silence> =>
  fc.record(
    {
      date: fc.constantFrom(...dates),
      fromHour: fc.integer({ min: 0, max: 12 }),
      toHour: fc.integer({ min: 13, max: 23 }),
      registerIds: fc.constantFrom(['circuit-1'], ['main-1'], ['solar', 'main-2']),
    },
    { requiredKeys: ['date'] },
  );

const anyAlert: fc.Arbitrary<SourceAlert> = fc.record({
  id: fc.string({ maxLength: 6 }),
  severity: fc.constantFrom('critical', 'WARNING', 'info', ''),
  title: fc.string({ maxLength: 90 }),
  fromMs: fc.integer({ min: Date.UTC(2025, 0), max: Date.UTC(2026, 11) }),
  toMs: fc.option(fc.integer({ min: Date.UTC(2025, 0), max: Date.UTC(2026, 11) })),
});

const anyHouse = (dates: readonly string[]): fc.Arbitrary<House> =>
  fc.record({
    circuits: fc.array(fc.string({ maxLength: 12 }), { maxLength: 6 }),
    hasMains: fc.boolean(),
    hasProduction: fc.boolean(),
    hasBattery: fc.boolean(),
    lineSide: fc.boolean(),
    size: fc.double({ min: 0.001, max: 40, noNaN: true }),
    seed: fc.integer({ min: 1, max: 1_000_000 }),
    resolutionSeconds: fc.constant(900),
    sourceOther: fc.constantFrom<NonNullable<House['sourceOther']>>('same', 'silent', 3),
    silences: fc.array(anySilence(dates), { maxLength: 2 }),
    readsDevices: fc.boolean(),
    sourceEmissions: fc.record({
      kgCO2: fc.option(fc.double({ min: -50, max: 500, noNaN: true })),
      method: fc.constant('marginal' as const),
      publisher: fc.constant('WattTime'),
    }),
    alerts: fc.array(anyAlert, { maxLength: 9 }),
  });

const anyCompared = (house: House): fc.Arbitrary<ComparedHouses> => {
  const other = fc.constantFrom(house, { ...house, size: 2 }, { ...house, hasProduction: false }, 'declined' as const);
  return fc.record({ before: other, lastYear: other });
};

/** What a report may be asked for: short periods, clock changes among them, houses of every make, gaps of every kind. */
export const anyWishes: fc.Arbitrary<ReportWishes> = fc
  .constantFrom(...PERIODS)
  .chain(([period, dates]) => anyHouse(dates).map((house) => ({ period, house })))
  .chain(({ period, house }) =>
    fc.record(
      {
        period: fc.constant(period),
        timeZone: fc.constantFrom('America/Chicago', 'Europe/Berlin', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'UTC'),
        locale: fc.constantFrom('en-US', 'en-GB', 'de-CH', 'fr-CA', 'es-MX', 'nb-NO', 'it-IT'),
        house: fc.constant(house),
        revision: fc.integer({ min: 1, max: 3 }),
        provisional: fc.boolean(),
        compared: anyCompared(house),
        tariff: fc.constant(EVERYTHING),
        emissionFactor: fc.constant(A_FACTOR),
      },
      { requiredKeys: ['period', 'timeZone', 'locale', 'house', 'revision', 'provisional'] },
    ),
  );

/** Any report that the domain may make of them. */
export const anyReport: fc.Arbitrary<Report> = anyWishes.map((wishes) => aReport(wishes));
