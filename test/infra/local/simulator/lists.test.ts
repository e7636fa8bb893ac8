import { describe, expect, it } from 'vitest';
import { simulatedHouse } from './simulated-house.ts';
import { HOUSE_ID, runSimulator } from './simulator-client.ts';

const fleetOf = (count: number) => ({
  id: 'curb',
  locations: Array.from({ length: count }, (_, index) =>
    simulatedHouse({
      id: `house-${index + 1}`,
      label: `House ${index + 1}`,
      city: index % 2 === 0 ? 'Austin' : 'Phoenix',
      postcode: String(index + 1),
      createdAt: `2020-0${index + 1}-01T00:00:00.00000${index}Z`,
      hubPrefix: `${index + 1}-`,
    }),
  ),
});

describe('pages of a list', () => {
  it('follow each other by paths that hold /api and keep the other parameters', async () => {
    const simulator = await runSimulator({ fleets: [fleetOf(5)], pageSize: 2 });
    const seen: string[] = [];
    let path: string | null = '/api/curb/location?state=TX';
    const paths: string[] = [];
    while (path !== null) {
      const { body } = await simulator.get(path);
      expect(body.count).toBe(5);
      seen.push(...body.results.map((one) => one.id));
      paths.push(path);
      path = body.next;
    }
    expect(seen).toEqual(['house-1', 'house-2', 'house-3', 'house-4', 'house-5']);
    expect(paths.slice(1)).toEqual(['/api/curb/location?state=TX&page=2', '/api/curb/location?state=TX&page=3']);
    expect((await simulator.get('/api/curb/location?page=3')).body).toMatchObject({
      next: null,
      previous: '/api/curb/location?page=2',
    });
  });

  it('tell no next nor previous when all fits on one, and nothing at all when nothing matches', async () => {
    const simulator = await runSimulator({ fleets: [fleetOf(2)], pageSize: 2 });
    expect((await simulator.get('/api/curb/location')).body).toMatchObject({ count: 2, next: null, previous: null });
    expect((await simulator.get('/api/curb/location?city=Paris')).body).toEqual({
      count: 0,
      next: null,
      previous: null,
      results: [],
    });
  });

  it.each([
    ['4', 404],
    ['0', 400],
    ['-1', 400],
    ['two', 400],
    ['1.5', 400],
    ['', 400],
  ])('page=%s is refused with %i', async (page, status) => {
    const simulator = await runSimulator({ fleets: [fleetOf(5)], pageSize: 2 });
    expect((await simulator.get(`/api/curb/location?page=${page}`)).status).toBe(status);
  });
});

describe('filters', () => {
  it.each([
    ['city=Phoenix', [2, 4]],
    ['city=phoenix', []],
    ['city__ne=Phoenix', [1, 3, 5]],
    ['label__icontains=HOUSE 3', [3]],
    ['postcode__gt=3', [4, 5]],
    ['postcode__gte=3', [3, 4, 5]],
    ['postcode__lt=3', [1, 2]],
    ['postcode__lte=3', [1, 2, 3]],
    ['city=Austin&postcode__gt=1', [3, 5]],
    ['dt_created__gt=2020-03-01T00:00:00.000002Z', [4, 5]],
    ['dt_created__gte=2020-03-01T00:00:00.000002Z', [3, 4, 5]],
    ['dt_created__gt=2020-03-01T00:00:00.000001Z', [3, 4, 5]],
    ['dt_created__lt=2020-02-01T00:00:00Z', [1]],
    ['label__gt=x', []],
    ['installation__hub=3-hubb', [3]],
    ['city__isnull=1', []],
    ['city__isnull=0', [1, 2, 3, 4, 5]],
  ])('location?%s gives %j', async (query, expected) => {
    const simulator = await runSimulator({ fleets: [fleetOf(5)] });
    const { body } = await simulator.get(`/api/curb/location?${query}`);
    expect(body.results.map((one) => one.id)).toEqual(expected.map((n) => `house-${n}`));
    expect(body.results.every((one) => !('installation__hub' in one))).toBe(true);
  });

  it.each([
    ['production=1', ['roof', 'shed']],
    ['production=true', ['roof', 'shed']],
    ['production=0&grid=0&battery=0', ['oven', 'heat']],
    ['label__icontains=heater', ['heat']],
    ['channel=2', ['oven']],
    ['channel__gt=3', ['cell', 'heat']],
    ['circuit_number__isnull=0', ['oven']],
    ['circuit_number__isnull=1&grid=1', ['main', 'roof']],
    ['circuit_number__ne=4&grid=1', ['main', 'roof']],
    ['circuit_number__lt=9', ['oven']],
    ['circuit_number=', []],
    ['circuit_number=null', []],
    ['installation=hubb', ['shed', 'cell', 'heat']],
  ])('register?%s gives %j', async (query, expected) => {
    const simulator = await runSimulator();
    for (const path of [`/api/curb/register?${query}`, `/api/curb/location/${HOUSE_ID}/register?${query}`]) {
      expect((await simulator.get(path)).body.results.map((one) => one.id)).toEqual(expected);
    }
  });

  it.each(['name__icontains=foo', 'city__in=Austin', 'include_all_subfleets=1', 'city__like=A', '__isnull=1'])(
    'refuses %s, which it does not have',
    async (query) => {
      const simulator = await runSimulator();
      expect((await simulator.get(`/api/curb/location?${query}`)).status).toBe(400);
    },
  );

  it('tell hubs in a box from installed ones', async () => {
    const house = simulatedHouse();
    const spare = { ...house.installations[0], hub: 'boxed', location: null } as (typeof house.installations)[number];
    const simulator = await runSimulator({ fleets: [{ id: 'curb', locations: [house], spareInstallations: [spare] }] });
    const hubs = async (query: string) =>
      (await simulator.get(`/api/curb/installation?${query}`)).body.results.map((one) => one.hub);
    expect(await hubs('location__isnull=1')).toEqual(['boxed']);
    expect(await hubs('location__isnull=0')).toEqual(['huba', 'hubb']);
    expect(await hubs(`location__ne=${HOUSE_ID}`)).toEqual(['boxed']);
  });
});
