import { describe, expect, it, onTestFinished } from 'vitest';
import { homesFolder } from '../../../infra/local/simulator/homes/homes-folder.ts';
import type { SimulatedLocation } from '../../../infra/local/simulator/simulated-fleet.ts';
import { placeLocation } from '../../../infra/local/simulator/synthetic/place-location.ts';
import { AUSTIN } from '../../../infra/local/simulator/synthetic/places/austin.ts';
import { BERLIN } from '../../../infra/local/simulator/synthetic/places/berlin.ts';
import { siteOfPlace } from '../../../infra/local/simulator/texture/site-of-place.ts';
import { startTextureSimulator } from '../../../infra/local/simulator/texture/start-texture-simulator.ts';
import { createTextureSource } from '../../../shared/adapters/texture/energy-source.ts';
import type { DayReadings } from '../../../shared/domain/energy/day-readings.ts';
import { housePower } from '../../../shared/domain/energy/house-power.ts';
import { summariseDay } from '../../../shared/domain/energy/summarise-day.ts';
import { expectedSlots } from '../../../shared/domain/time/slots.ts';
import { MEASURED_HOMES, measuredHomes } from '../../support/measured-homes.ts';
import { dayIn, startCurbWorld } from '../curb-fleet/curb-world.ts';
import { API_KEY, sourceOptions } from './texture-world.ts';

const ONE_WH = 0.001;

/** The same place and day, as the Fleet API and as the Texture API tell it. */
async function readBoth(place: SimulatedLocation, zone: string, date: string) {
  const site = siteOfPlace(place, { batteryEmptyAtUtcHour: 3 });
  const fleet = await startCurbWorld({ locations: [place], keepDecimals: true });
  const { world } = fleet;
  const simulator = await startTextureSimulator({
    workspace: { sites: [site], customers: [] },
    apiKey: API_KEY,
    clock: () => world.clock.now(),
  });
  onTestFinished(() => simulator.close());
  const sites = { [site.site.id]: { timeZone: zone } };
  const texture = createTextureSource(sourceOptions(simulator.origin, world, { sites }));
  const day = dayIn(zone, date);
  const byFleet = await fleet.source.openLocation({ source: 'curb', fleet: 'curb', id: place.location.id });
  const byTexture = await texture.openLocation({ source: 'texture', fleet: 'homes', id: site.site.id });
  const [expected, readings] = await Promise.all([byFleet.readDay(day), byTexture.readDay(day)]);
  const now = world.clock.now();
  return { expected, facts: summariseDay(readings, now), fleetFacts: summariseDay(expected, now) };
}

/**
 * Import and export of a day told in five minutes, as a balance of quarter hours. What flows both ways within a quarter
 * cancels out there, as it does within five minutes for the other source: both are lower bounds of what a meter counts.
 */
function byQuarterHours({ day, registers, power }: DayReadings) {
  if (power === null) throw new Error('the fleet has no series of the day');
  const { gridW } = housePower(registers, power, expectedSlots(day, power.resolutionSeconds));
  if (gridW === null) throw new Error('the place has no mains');
  const flows = { importKWh: 0, exportKWh: 0 };
  for (let slot = 0; slot < gridW.length; slot += 3) {
    const energyKWh = gridW.slice(slot, slot + 3).reduce((sum, powerW) => sum + powerW, 0) / 12_000;
    if (Number.isNaN(energyKWh)) continue;
    flows[energyKWh > 0 ? 'importKWh' : 'exportKWh'] += Math.abs(energyKWh);
  }
  return flows;
}

function expectSame(got: number | null, wanted: number | null, what: string): void {
  expect(wanted, what).not.toBeNull();
  expect(Math.abs((got ?? Number.NaN) - (wanted ?? Number.NaN)), what).toBeLessThanOrEqual(ONE_WH);
}

async function compareDay(place: SimulatedLocation, zone: string, date: string) {
  const { facts, fleetFacts, expected } = await readBoth(place, zone, date);
  for (const total of ['consumption', 'netGrid'] as const) {
    expectSame(facts.totals[total].energyKWh, fleetFacts.totals[total].energyKWh, `${date} ${total}`);
  }
  for (const total of ['production', 'battery'] as const) {
    expect(facts.totals[total].quality, `${date} ${total}`).toBe(fleetFacts.totals[total].quality);
    if (facts.totals[total].energyKWh === null) continue;
    expectSame(facts.totals[total].energyKWh, fleetFacts.totals[total].energyKWh, `${date} ${total}`);
  }
  const { importKWh, exportKWh } = byQuarterHours(expected);
  expectSame(facts.totals.gridImport.energyKWh, importKWh, `${date} import`);
  expectSame(facts.totals.gridExport.energyKWh, exportKWh, `${date} export`);
  expect([facts.hours, facts.quality], date).toEqual([fleetFacts.hours, fleetFacts.quality]);
  expect(facts.coverage, date).toBeCloseTo(fleetFacts.coverage ?? Number.NaN, 9);
  expect(facts.totals.other.quality, date).toBe('not_applicable');
  return { facts, fleetFacts };
}

const inZone = (place: SimulatedLocation, timezone: string): SimulatedLocation => ({
  ...place,
  location: { ...place.location, timezone },
});

describe('a made-up place, told by both sources', () => {
  it.each([
    ['with a battery', BERLIN, 'Europe/Berlin', '2026-06-10'],
    ['with a battery, on a day of 23 hours', BERLIN, 'Europe/Berlin', '2026-03-29'],
    ['with a battery, on a day of 25 hours', BERLIN, 'Europe/Berlin', '2026-10-25'],
    ['with production before the mains', AUSTIN, 'America/Chicago', '2026-07-04'],
    ['in a zone of a half hour', BERLIN, 'Asia/Kolkata', '2026-06-10'],
    ['in a zone of three quarters of an hour', BERLIN, 'Asia/Kathmandu', '2026-06-10'],
    ['on a day of 24.5 hours', BERLIN, 'Australia/Lord_Howe', '2026-04-05'],
    ['on a day of 23.5 hours', BERLIN, 'Australia/Lord_Howe', '2026-10-04'],
  ])('comes to the same %s', async (_, place, zone, date) => {
    await compareDay(inZone(placeLocation(place, 'curb'), zone), zone, date);
  });
});

const isThere = measuredHomes().some(({ name }) => name.startsWith('de-'));
describe.skipIf(!isThere)(
  isThere
    ? 'a measured home, told by both sources'
    : `skipped: no folder ${MEASURED_HOMES}; METERPOST_HOMES may name one`,
  () => {
    const home = async (label: string) => {
      const { locations } = await homesFolder(MEASURED_HOMES);
      const found = locations.find(({ location }) => location.timezone === label);
      if (found === undefined) throw new Error(`no home in ${label}`);
      return found;
    };

    it.each([
      ['Europe/Berlin', 'Europe/Berlin', '2016-03-27'],
      ['Europe/Berlin', 'Europe/Berlin', '2016-06-21'],
      ['Europe/Berlin', 'Europe/Berlin', '2016-10-30'],
      ['Europe/Berlin', 'Asia/Kolkata', '2016-06-21'],
      ['Europe/Berlin', 'Australia/Lord_Howe', '2016-04-03'],
      ['Europe/Berlin', 'Australia/Lord_Howe', '2016-10-02'],
      ['America/Vancouver', 'America/Vancouver', '2013-03-10'],
      // An hour is missing on this day of 25 hours.
      ['America/Vancouver', 'America/Vancouver', '2013-11-03'],
      ['America/Vancouver', 'Asia/Kathmandu', '2013-07-01'],
      ['Europe/Paris', 'Europe/Paris', '2006-12-20'],
    ])('of %s, served in %s on %s, is the same to 1 Wh', async (from, zone, date) => {
      const { facts, fleetFacts } = await compareDay(inZone(await home(from), zone), zone, date);

      // Its meters were read by the hour, so that nothing flows both ways within a quarter of one: five minutes say the same.
      for (const total of ['gridImport', 'gridExport'] as const) {
        expectSame(facts.totals[total].energyKWh, fleetFacts.totals[total].energyKWh, `${date} ${total}`);
      }
    });
  },
);
