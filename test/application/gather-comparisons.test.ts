import { describe, expect, it } from 'vitest';
import type { ReportSettings } from '../../shared/application/configuration.ts';
import { fulfilRequest, type RequestParts } from '../../shared/application/fulfil-request.ts';
import { instantFromMs } from '../../shared/domain/time/instant.ts';
import { SourceUnavailableError } from '../../shared/errors.ts';
import { aRegister, type MeteredRegister } from '../support/readings-builder.ts';
import { aLocation, aRule, aWorld, type DayScript } from '../support/report-world.ts';

type World = ReturnType<typeof aWorld>;

const HOUSE: MeteredRegister[] = [
  { register: aRegister('m', 'main'), powerW: 1000 },
  { register: aRegister('c', 'circuit'), powerW: 400 },
];
const SILENT = HOUSE.map((metered) => ({ ...metered, powerW: () => null }));
const since =
  (date: string) =>
  (metered: MeteredRegister): MeteredRegister => ({
    ...metered,
    register: { ...metered.register, createdAt: `${date}T12:00:00Z` },
  });

function aHouse(settings: Partial<ReportSettings> = {}, script: DayScript = () => HOUSE): World {
  const rule = aRule({ kinds: ['daily', 'weekly', 'monthly', 'cycle'] });
  const it = aWorld({ rules: [{ ...rule, settings: { ...rule.settings, ...settings } }] });
  it.world.script = script;
  return it;
}

async function reportOn(it: World, period: string, over: Partial<RequestParts> = {}, now = '2026-11-30T12:00:00Z') {
  it.at(now);
  it.world.daysRead.length = 0;
  const request = { location: 'fleet/demo/a', period };
  const made = await fulfilRequest({ ...it.parts(), ...over }, request, { trigger: 'on-demand', mail: true });
  const outcomes = made.report?.comparisons?.map(({ comparedWith, consumption }) => [
    comparedWith,
    consumption.comparable ? 'compared' : consumption.reason,
  ]);
  return { outcome: made.outcome, report: made.report, comparisons: Object.fromEntries(outcomes ?? []) };
}

/** The dates that the source was asked about, of the report's own apart. */
const extraDates = ({ world }: World, own: string) =>
  world.daysRead.map((read) => read.slice(2)).filter((date) => !date.startsWith(own));

describe('what a report is compared with', () => {
  it('costs a day of the source for a day, the same one of the week before', async () => {
    const it = aHouse();
    const { report, comparisons } = await reportOn(it, '2026-11-19');

    expect(comparisons).toEqual({ week_before: 'compared' });
    expect(extraDates(it, '2026-11-19')).toEqual(['2026-11-12']);
    expect(report?.typicalDay).toBeNull();
  });

  it('has a typical day of those that are kept, and reads none for it', async () => {
    const it = aHouse();
    for (const date of ['2026-11-01', '2026-11-08', '2026-11-15']) await reportOn(it, date);
    const { report } = await reportOn(it, '2026-11-22');

    expect(extraDates(it, '2026-11-22')).toEqual([]);
    expect(report?.typicalDay).toMatchObject({ weekday: 7, consumption: { comparable: true, otherDays: 4 } });
    expect(report?.typicalDay?.dates).toEqual(['2026-11-15', '2026-11-08', '2026-11-01', '2026-10-25']);
  });

  it('is read once for a month, and kept for the next one', async () => {
    const it = aHouse();

    expect((await reportOn(it, '2026-09')).comparisons).toEqual({ previous: 'compared', last_year: 'compared' });
    expect(new Set(extraDates(it, '2026-09')).size).toBe(31 + 30);
    expect((await reportOn(it, '2026-10')).comparisons).toEqual({ previous: 'compared', last_year: 'compared' });
    expect(extraDates(it, '2026-10').filter((date) => !date.startsWith('2025-10'))).toEqual([]);
    expect(extraDates(it, '2026-10')).toHaveLength(31);
  });

  it('is read anew when the place has another time zone now, and so other days', async () => {
    const stayed = aHouse();
    await reportOn(stayed, '2026-11-12');
    const { facts } = stayed.parts();
    const moved = aWorld({ locations: [aLocation('a', 'Asia/Kolkata')] });

    await reportOn(stayed, '2026-11-19');
    expect(extraDates(stayed, '2026-11-19')).toEqual([]);
    await reportOn(moved, '2026-11-19', { facts });
    expect(extraDates(moved, '2026-11-19')).toEqual(['2026-11-12']);
  });

  it('is not read again with a report that is there', async () => {
    const it = aHouse();
    const first = await reportOn(it, '2026-11-19');
    const second = await reportOn(it, '2026-11-19');

    expect(it.world.daysRead).toEqual([]);
    expect(second.report).toEqual(first.report);
  });

  it.each<[string, ReportSettings['comparisons'], string[]]>([
    ['the period before alone', { previous: true, lastYear: false }, ['previous']],
    ['last year alone', { previous: false, lastYear: true }, ['last_year']],
  ])('is %s where the configuration says so', async (_title, comparisons, expected) => {
    const found = await reportOn(aHouse({ comparisons }), '2026-W47');

    expect(Object.keys(found.comparisons)).toEqual(expected);
  });

  it('is nothing where the configuration says so', async () => {
    const it = aHouse({ comparisons: { previous: false, lastYear: false } });
    const { report } = await reportOn(it, '2026-W47');

    expect(report).toMatchObject({ comparisons: null, typicalDay: null });
    expect(it.world.daysRead).toHaveLength(7);
  });

  it.each([
    [29, '2026-02-28/2026-03-28', ['2026-01-29', '2026-02-27'], ['2025-02-28', '2025-03-28']],
    [30, '2025-02-28/2025-03-29', ['2025-01-30', '2025-02-27'], ['2024-02-29', '2024-03-29']],
    [31, '2026-04-30/2026-05-30', ['2026-03-31', '2026-04-29'], ['2025-04-30', '2025-05-30']],
    [31, '2024-02-29/2024-03-30', ['2024-01-31', '2024-02-28'], ['2023-02-28', '2023-03-30']],
  ])('is a billing cycle from day %d for the cycle %s', async (cycleStartDay, cycle, previous, lastYear) => {
    const it = aHouse({ cycleStartDay });
    const { report, comparisons } = await reportOn(it, cycle);

    expect(comparisons).toEqual({ previous: 'compared', last_year: 'compared' });
    expect(report?.comparisons?.map(({ days }) => [days[0]?.date, days.at(-1)?.date])).toEqual([previous, lastYear]);
  });
});

describe('a source that makes comparing hard', () => {
  const own = (date: string) => date.startsWith('2026-11');

  it('does not fail, hold up or change the report when it fails', async () => {
    const down = aHouse({}, (_, date) => (own(date) ? HOUSE : new SourceUnavailableError('down')));
    const told: unknown[] = [];
    const { outcome, report, comparisons } = await reportOn(
      down,
      '2026-11',
      { whenNotCompared: (error) => told.push(error) },
      '2026-12-02T12:00:00Z',
    );
    const other = await reportOn(
      aHouse({ comparisons: { previous: false, lastYear: false } }),
      '2026-11',
      {},
      '2026-12-02T12:00:00Z',
    );

    expect(outcome).toBe('mailed');
    expect(comparisons).toEqual({ previous: 'no_data', last_year: 'no_data' });
    expect({ ...report, comparisons: null, generatedFrom: null }).toEqual({ ...other.report, generatedFrom: null });
    expect(extraDates(down, '2026-11')).toEqual(['2026-10-31']);
    expect(told).toEqual([expect.any(SourceUnavailableError)]);
  });

  it('is not asked for a year that it has nothing of', async () => {
    const it = aHouse({}, (_, date) => (own(date) ? HOUSE : SILENT));
    const { comparisons } = await reportOn(it, '2026-11', {}, '2026-12-02T12:00:00Z');

    expect(comparisons).toEqual({ previous: 'no_data', last_year: 'no_data' });
    // October has a day to spare beside a whole November.
    expect(extraDates(it, '2026-11')).toEqual([
      ...['2026-10-31', '2026-10-30', '2026-10-29', '2026-10-28', '2026-10-27'],
      '2025-11-30',
    ]);
  });

  it('is asked no further once as many days cannot be covered any more', async () => {
    const it = aHouse({}, (_, date) => (date === '2025-11-27' ? SILENT : HOUSE));
    const { comparisons } = await reportOn(it, '2026-11', {}, '2026-12-02T12:00:00Z');

    expect(comparisons).toEqual({ previous: 'compared', last_year: 'different_coverage' });
    expect(extraDates(it, '2026-11').filter((date) => date.startsWith('2025'))).toHaveLength(5);
  });

  it('is asked on while a gap then meets a gap now', async () => {
    const it = aHouse({}, (_, date) => (/^202[56]-11-27/.test(date) ? SILENT : HOUSE));
    const { comparisons, report } = await reportOn(it, '2026-11', {}, '2026-12-02T12:00:00Z');

    expect(comparisons).toEqual({ previous: 'different_coverage', last_year: 'compared' });
    expect(report?.comparisons?.[1]?.consumption).toMatchObject({ thisDays: 29, otherDays: 29 });
  });

  it('is not asked about days before any register came', async () => {
    const it = aHouse({}, () => HOUSE.map(since('2026-11-05')));
    const { comparisons } = await reportOn(it, '2026-11', {}, '2026-12-02T12:00:00Z');

    expect(comparisons).toEqual({ previous: 'no_data', last_year: 'no_data' });
    expect(extraDates(it, '2026-11')).toEqual([]);
  });

  it.each([
    ['circuit', 'different_circuits'],
    ['production', 'production_changed'],
  ] as const)('is not asked about days before a %s came', async (role, reason) => {
    const newcomer = since('2026-10-20')({ register: aRegister('new', role), powerW: role === 'circuit' ? 100 : -100 });
    const it = aHouse({}, () => [...HOUSE, newcomer]);
    const { comparisons } = await reportOn(it, '2026-11', {}, '2026-12-02T12:00:00Z');

    expect(comparisons).toEqual({ previous: 'compared', last_year: reason });
    expect(extraDates(it, '2026-11').filter((date) => date.startsWith('2025'))).toEqual([]);
  });

  it('is not asked for a report that has no data itself', async () => {
    const it = aHouse({}, () => SILENT);
    const { outcome, comparisons } = await reportOn(it, '2026-11-19');

    expect(outcome).toBe('mailed');
    expect(comparisons).toEqual({ week_before: 'no_data' });
    expect(extraDates(it, '2026-11-19')).toEqual([]);
  });

  it('is left alone when there is no time', async () => {
    const it = aHouse();
    const { comparisons } = await reportOn(it, '2026-11-19', { hasTimeToCompare: () => false });

    expect(comparisons).toEqual({ week_before: 'no_data' });
    expect(extraDates(it, '2026-11-19')).toEqual([]);
  });

  it('is left alone after a minute', async () => {
    const it = aHouse({}, (_, date) => {
      if (!own(date)) it.world.now = instantFromMs(it.world.now + 20_000);
      return HOUSE;
    });
    const { comparisons } = await reportOn(it, '2026-11', {}, '2026-12-02T12:00:00Z');

    expect(comparisons).toEqual({ previous: 'no_data', last_year: 'no_data' });
    expect(extraDates(it, '2026-11')).toHaveLength(5);
  });

  it('is left alone when the archive fails', async () => {
    const it = aHouse();
    const { facts } = it.parts();
    const broken: typeof facts = {
      ...facts,
      read: (ref, dates) => (dates.includes(OWN) ? facts.read(ref, dates) : Promise.reject(new Error('no archive'))),
    };
    const { outcome, comparisons } = await reportOn(it, OWN, { facts: broken });

    expect([outcome, comparisons]).toEqual(['mailed', { week_before: 'no_data' }]);
    expect(extraDates(it, OWN)).toEqual([]);
  });
});

const OWN = '2026-11-19' as never;
