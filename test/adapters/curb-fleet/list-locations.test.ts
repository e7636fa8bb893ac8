import { describe, expect, it } from 'vitest';
import { createCurbFleetSource } from '../../../shared/adapters/curb-fleet/energy-source.ts';
import { simulatedHouse } from '../../infra/local/simulator/simulated-house.ts';
import { createHttpWorld } from '../../support/http-world.ts';
import { sendJson, startLoopbackServer } from '../../support/loopback-server.ts';
import { hostileNextPages } from '../http/hostile-next-pages.ts';
import { HOUSE_ID, sourceOptions, startCurbWorld } from './curb-world.ts';

const houses = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    simulatedHouse({ id: `house-${index}`, label: `House ${index}`, hubPrefix: `h${index}` }),
  );

describe('listing locations', () => {
  it('reads every page, and tells what rules may match on', async () => {
    const { source, simulator } = await startCurbWorld({ locations: houses(25), pageSize: 10 });
    const { locations, incompleteBecause } = await source.listLocations('curb');
    expect(incompleteBecause).toBeUndefined();
    expect(locations.map(({ ref }) => ref.id)).toEqual(Array.from({ length: 25 }, (_, index) => `house-${index}`));
    expect(locations[3]).toEqual({
      ref: { source: 'curb', fleet: 'curb', id: 'house-3' },
      fields: expect.objectContaining({
        label: 'House 3',
        city: 'Austin',
        state: 'TX',
        country: 'USA',
        postcode: '78704',
      }),
      location: {
        source: 'curb',
        fleet: 'curb',
        id: 'house-3',
        label: 'House 3',
        timeZone: 'America/Chicago',
        city: 'Austin',
        state: 'TX',
        country: 'USA',
      },
    });
    expect(simulator.requests.count('/oauth/token')).toBe(1);
    expect(simulator.requests.count('/location')).toBe(3);
  });

  it('lists a location of an invalid zone with its problem, beside the others', async () => {
    const faults = [{ kind: 'time-zone', location: 'house-1' }] as const;
    const { source } = await startCurbWorld({ locations: houses(3), faults });
    const { locations, incompleteBecause } = await source.listLocations('curb');
    expect(locations.map(({ location }) => 'problem' in location)).toEqual([false, true, false]);
    expect(incompleteBecause).toBeUndefined();
  });

  it('leaves out entries of an unknown shape, and says so', async () => {
    const edit = (body: unknown) => {
      (body as { results: unknown[] }).results.splice(1, 1, { id: 5 }, 'text', null);
      return body;
    };
    const { source } = await startCurbWorld({
      locations: houses(3),
      faults: [{ kind: 'edit', path: /location$/, edit }],
    });
    const { locations, incompleteBecause } = await source.listLocations('curb');
    expect(locations.map(({ ref }) => ref.id)).toEqual(['house-0', 'house-2']);
    expect(incompleteBecause).toMatch(/3 entries that cannot be read/);
  });

  it.each(['loop', 'repeat', 'endless'] as const)('ends a list whose pages %s', async (mode) => {
    const { source, simulator } = await startCurbWorld({
      locations: houses(5),
      pageSize: 2,
      faults: [{ kind: 'next', mode, skip: 1 }],
    });
    const { locations, incompleteBecause } = await source.listLocations('curb');
    expect(locations.length).toBeGreaterThanOrEqual(2);
    expect(incompleteBecause).toMatch(/read before|nothing new/);
    expect(simulator.requests.count('/location')).toBeLessThanOrEqual(5);
  });

  it('gives what it read of a list that breaks off', async () => {
    const { source } = await startCurbWorld({
      locations: houses(5),
      pageSize: 2,
      faults: [{ kind: 'status', status: 500, path: /location$/, skip: 1 }],
    });
    const { locations, incompleteBecause } = await source.listLocations('curb');
    expect(locations).toHaveLength(2);
    expect(incompleteBecause).toMatch(/GET .+\/api\/curb\/location answered with status 500/);
  });

  it.each([403, 404])('says that there is no access where the fleet answers %i', async (status) => {
    const { source } = await startCurbWorld({ faults: [{ kind: 'status', status, path: /location$/ }] });
    await expect(source.listLocations('curb')).rejects.toMatchObject({ name: 'SourceAccessError', retryable: false });
  });

  it.each(['..', '', 'a/b', '?', '../../oauth', 'curb#'])('asks nothing about a fleet called %j', async (fleet) => {
    const { source, simulator } = await startCurbWorld();
    await expect(source.listLocations(fleet)).rejects.toMatchObject({ name: 'SourceAccessError' });
    await expect(source.openLocation({ source: 'curb', fleet, id: HOUSE_ID })).rejects.toMatchObject({
      name: 'SourceAccessError',
    });
    expect(simulator.requests.count()).toBe(0);
  });

  it('sends its token to nobody but the API, whatever a page says', async () => {
    const attacker = await startLoopbackServer((_, response) => sendJson(response, { results: [], next: null }));
    let next: unknown;
    const server = await startLoopbackServer((request, response) => {
      if (request.target === '/oauth/token') sendJson(response, { access_token: 'canary', expires_in: 60 });
      else sendJson(response, { count: 2, next, results: [{ id: 'house', timezone: 'UTC' }] });
    });
    const values = hostileNextPages(new URL(server.origin).host, new URL(attacker.origin).host);
    const { source } = sourceOf(server.origin);

    for (next of values) {
      const { locations, incompleteBecause } = await source.listLocations('curb');
      expect(locations, String(next)).toHaveLength(1);
      expect(incompleteBecause, String(next)).toMatch(/it was not followed$/);
    }

    expect(attacker.seen).toEqual([]);
    expect(server.seen).toHaveLength(1 + values.length);
    expect(new Set(server.seen.map(({ target }) => target))).toEqual(new Set(['/oauth/token', '/api/curb/location']));
    expect(server.seen.filter(({ headers }) => headers.authorization === 'Bearer canary')).toHaveLength(values.length);
  });
});

function sourceOf(origin: string) {
  const world = createHttpWorld();
  return { source: createCurbFleetSource(sourceOptions({ origin, tokenUrl: `${origin}/oauth/token` }, world)), world };
}
