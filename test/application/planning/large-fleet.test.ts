import { describe, expect, it } from 'vitest';
import { finishedKey, locationId } from '../../../shared/application/keys.ts';
import { planReports } from '../../../shared/application/plan-reports.ts';
import { markRechecked } from '../../../shared/application/rechecks.ts';
import { instantFromMs, parseInstant } from '../../../shared/domain/time/instant.ts';
import { aPlannedFleet } from './planned-fleet.ts';

const ZONES = ['America/Chicago', 'Asia/Kathmandu', 'Europe/Berlin'];
const LOCATIONS = 3_000;

/** So few live in each that all of them are planned together. */
const SMALL_ZONES = [...ZONES, 'Asia/Tokyo', 'Australia/Perth', 'America/Lima', 'Pacific/Apia', 'Atlantic/Azores'];

function aLargeFleet(zones = ZONES) {
  const fleet = aPlannedFleet(parseInstant('2026-11-20T23:00:00Z'));
  for (let index = 0; index < LOCATIONS; index += 1) fleet.put(`l${index}`, zones[index % zones.length] ?? 'UTC');
  const finish = async () => {
    const { due } = await planReports(fleet.parts());
    for (const { ref, period, recheckDay } of due) {
      if (recheckDay !== undefined) await markRechecked(fleet.parts(), ref, period, recheckDay);
      else await fleet.store.putNew(finishedKey(ref, period), Buffer.from('{}'), 'application/json');
    }
    return due.length;
  };
  return { fleet, finish };
}

describe('a large fleet', () => {
  it('costs a handful of requests when nothing is due, and no list of the source', async () => {
    const { fleet, finish } = aLargeFleet();
    expect(await finish()).toBe(2 * LOCATIONS);
    await finish();
    await planReports(fleet.parts());
    const lists = fleet.lists;

    fleet.now = instantFromMs(fleet.now + 15 * 60_000);
    const requests = await fleet.requestsOf(async () => expect((await planReports(fleet.parts())).due).toEqual([]));

    expect(requests).toBe(2);
    expect(fleet.lists).toBe(lists);
  });

  it('costs no more where many zones share a sheet, in each of which another day is to come', async () => {
    const { fleet, finish } = aLargeFleet(SMALL_ZONES);
    await finish();
    let dueSometimes = 0;
    for (let quarter = 0; quarter < 30 * 4; quarter += 1) {
      fleet.now = instantFromMs(fleet.now + 15 * 60_000);
      if ((await finish()) === 0) continue;
      dueSometimes += 1;
      await planReports(fleet.parts());
      // The next tick finds that there is nothing to do without a look at a single location.
      const requests = await fleet.requestsOf(() => planReports(fleet.parts()));
      if (quarter >= 8) expect(requests, String(quarter)).toBe(2);
    }
    expect(dueSometimes).toBeGreaterThanOrEqual(SMALL_ZONES.length);
  });

  it('reads only the sheets of the zones in which something has fallen due', async () => {
    const { fleet, finish } = aLargeFleet();
    await finish();
    await finish();
    await planReports(fleet.parts());

    // Six in the morning in Kathmandu.
    fleet.now = parseInstant('2026-11-21T00:15:00Z');
    const requests = await fleet.requestsOf(async () => {
      const { due } = await planReports(fleet.parts());
      expect(new Set(due.map(({ timeZone }) => timeZone))).toEqual(new Set(['Asia/Kathmandu']));
      expect(due.filter(({ recheckDay }) => recheckDay === undefined)).toHaveLength(LOCATIONS / 3);
    });
    expect(requests).toBeLessThan(12);
  });

  it('begins many new locations in few objects, which count as much as their own', async () => {
    const { fleet, finish } = aLargeFleet();
    await finish();
    const anchors = [...fleet.objects.keys()].filter((key) => key.startsWith('ledger/v1/anchors/'));
    expect(anchors).toHaveLength(2 * ZONES.length);

    fleet.loseNotes();
    fleet.now = parseInstant('2026-11-22T23:00:00Z');
    const { due } = await planReports(fleet.parts());
    expect(due.filter(({ recheckDay, period }) => recheckDay === undefined && period.kind === 'daily')).toHaveLength(
      2 * LOCATIONS,
    );
  });

  it('meets a location that comes back after the day on which its own anchor was set', async () => {
    const { fleet, finish } = aLargeFleet();
    await finish();
    fleet.put('late', 'Europe/Berlin');
    // The list that is an hour old would not show it.
    fleet.now = instantFromMs(fleet.now + 3_600_000);
    await finish();
    const ref = { source: 'fleet', fleet: 'demo', id: 'late' };
    expect(fleet.objects.has(`ledger/v1/anchors/daily/${locationId(ref)}/2026-11-19`)).toBe(true);

    fleet.remove('late');
    fleet.now = instantFromMs(fleet.now + 48 * 3_600_000);
    await finish();
    fleet.put('late', 'Europe/Berlin');
    fleet.now = instantFromMs(fleet.now + 3_600_000);
    const { due } = await planReports(fleet.parts());
    const own = due.filter(({ ref: { id }, recheckDay }) => id === 'late' && recheckDay === undefined);
    expect(own.map(({ period }) => period.key)).toEqual(['2026-11-20', '2026-11-21']);
  });

  it('lists the fleet again when what was kept of it is gone', async () => {
    const { fleet, finish } = aLargeFleet();
    fleet.now = parseInstant('2026-11-21T00:05:00Z');
    await finish();
    await finish();
    const lists = fleet.lists;
    for (const key of fleet.objects.keys()) if (key.includes('/sheets/')) fleet.objects.delete(key);

    // Six in the morning in Kathmandu; the last list would still have served.
    fleet.now = parseInstant('2026-11-21T00:16:00Z');
    expect(await finish()).toBe(LOCATIONS / 3);
    expect(fleet.lists).toBe(lists + 1);
    expect(await finish()).toBe(0);
  });
});
