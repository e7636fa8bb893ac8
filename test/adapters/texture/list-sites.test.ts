import { describe, expect, it } from 'vitest';
import { cuidOf, siteOfPlace } from '../../../infra/local/simulator/texture/site-of-place.ts';
import type { WireCustomer } from '../../../infra/local/simulator/texture/wire-objects.ts';
import { SourceAccessError, SourceUnavailableError, UnexpectedPayloadError } from '../../../shared/errors.ts';
import { simulatedHouse } from '../../infra/local/simulator/simulated-house.ts';
import { startTextureWorld } from './texture-world.ts';

const customer = (id: string, over: Partial<WireCustomer> = {}): WireCustomer => ({
  id: cuidOf(id),
  workspaceId: cuidOf('workspace'),
  referenceId: null,
  firstName: null,
  lastName: null,
  email: `${id}@example.com`,
  createdAt: null,
  connectedSiteIds: [],
  connectedDeviceIds: [],
  ...over,
});

const houses = (count: number) =>
  Array.from({ length: count }, (_, index) => simulatedHouse({ id: `house-${index}`, label: `House ${index}` }));

describe('the list of sites', () => {
  it('is read to its last page, a hundred at a time', async () => {
    const { source, simulator } = await startTextureWorld({ places: houses(205) });

    const { locations, incompleteBecause } = await source.listLocations('homes');

    expect([new Set(locations.map(({ ref }) => ref.id)).size, incompleteBecause]).toEqual([205, undefined]);
    expect(simulator.requests.records.map(({ query }) => query)).toEqual(
      [1, 2, 3].map((page) => `?page=${page}&perPage=100`),
    );
  });

  it('gives what it has, with the reason, where it breaks off', async () => {
    const { source } = await startTextureWorld({
      places: houses(150),
      faults: [{ kind: 'status', status: 503, path: /sites$/, skip: 1 }],
    });

    const { locations, incompleteBecause } = await source.listLocations('homes');

    expect(locations).toHaveLength(100);
    expect(incompleteBecause).toMatch(/503/);
  });

  it.each([
    ['another page than was asked for', (body: object) => ({ ...body, page: 7 }), UnexpectedPayloadError],
    ['no list', () => ({ sites: [] }), UnexpectedPayloadError],
  ] as const)('is refused as %s', async (_, edit, kind) => {
    const { source } = await startTextureWorld({
      faults: [{ kind: 'edit', path: /sites$/, edit: (body) => edit(body as object) }],
    });

    await expect(source.listLocations('homes')).rejects.toThrow(kind);
  });

  it('leaves out a site that cannot be read, and says so', async () => {
    const { source } = await startTextureWorld({
      places: houses(2),
      faults: [{ kind: 'edit', path: /sites$/, edit: (body) => ({ ...(body as object), data: [{ name: 'no id' }] }) }],
    });

    expect(await source.listLocations('homes')).toMatchObject({
      locations: [],
      incompleteBecause: expect.stringMatching(/1 entries that cannot be read/),
    });
  });

  it.each([
    [{ kind: 'status', status: 403 }, SourceAccessError],
    [{ kind: 'status', status: 404 }, SourceAccessError],
    [{ kind: 'status', status: 502 }, SourceUnavailableError],
    [{ kind: 'retry-after', status: 429, value: 1 }, SourceUnavailableError],
  ] as const)('is not there for %o', async (fault, kind) => {
    const { source } = await startTextureWorld({ faults: [{ ...fault, path: /sites$/ }] });

    await expect(source.listLocations('homes')).rejects.toThrow(kind);
  });

  it('is that of one workspace, whose name is what the configuration gives it', async () => {
    const { source } = await startTextureWorld();

    await expect(source.listLocations('elsewhere')).rejects.toThrow(/no fleet of such a name/);
    await expect(source.openLocation({ source: 'texture', fleet: 'elsewhere', id: 'x' })).rejects.toThrow(
      SourceAccessError,
    );
  });

  it('is refused to a key that cannot be one, before it is sent', async () => {
    const { source, simulator } = await startTextureWorld({ apiKey: 'canary-key\n' });

    await expect(source.listLocations('homes')).rejects.toThrow(/METERPOST_TEXTURE_API_KEY/);
    expect(simulator.requests.count()).toBe(0);
  });
});

describe('a site', () => {
  it('is a location by what the API and the configuration say of it', async () => {
    const { sites } = await startTextureWorld();
    const id = sites[0]?.site.id ?? '';
    const { source } = await startTextureWorld({
      settings: { sites: { [id]: { timeZone: 'America/Chicago', label: 'Our House', country: 'US' } } },
    });

    const [listed] = (await source.listLocations('homes')).locations;

    expect(listed?.location).toEqual({
      source: 'texture',
      fleet: 'homes',
      id,
      label: 'Our House',
      timeZone: 'America/Chicago',
      city: 'Austin',
      state: 'TX',
      country: 'US',
    });
    expect(listed?.fields).toMatchObject({
      city: 'Austin',
      state: 'TX',
      postcode: '78704',
      timezone: 'America/Chicago',
    });
    expect((await source.openLocation({ source: 'texture', fleet: 'homes', id })).location).toEqual(listed?.location);
  });

  it('without a confirmed time zone is listed with the setting to add, and opened by nobody', async () => {
    const { source, sites } = await startTextureWorld({ settings: { sites: {} } });
    const id = sites[0]?.site.id ?? '';

    const [listed] = (await source.listLocations('homes')).locations;

    const problem = `add "${id}": { "timeZone": "America/Chicago" } to sources.texture.sites`;
    expect(listed?.location).toEqual({ problem: expect.stringContaining(problem) });
    const opening = source.openLocation({ source: 'texture', fleet: 'homes', id });
    await expect(opening).rejects.toMatchObject({
      name: 'InvalidLocationError',
      message: expect.stringContaining(problem),
    });
  });

  it.each(['nobody', '..', 'a/b', ''])('is unknown by the id %j', async (id) => {
    const { source } = await startTextureWorld();

    await expect(source.openLocation({ source: 'texture', fleet: 'homes', id })).rejects.toThrow(/knows no location/);
  });

  it('that answers as another is refused', async () => {
    const { source, sites } = await startTextureWorld({
      faults: [{ kind: 'edit', path: /sites\/./, edit: (body) => ({ ...(body as object), id: 'other' }) }],
    });

    const opening = source.openLocation({ source: 'texture', fleet: 'homes', id: sites[0]?.site.id ?? '' });
    await expect(opening).rejects.toThrow(/about another site/);
  });
});

describe('the customers of a site', () => {
  const [here, there] = houses(2).map((place) => siteOfPlace(place, { tellsCustomers: false }));
  const of = (site: typeof here) => ({ connectedSiteIds: [site?.site.id ?? ''] });

  it('are those that the site names, each once, with an address or none', async () => {
    const people = [customer('ada'), customer('ada'), customer('bob', { email: null })];
    const { source } = await startTextureWorld({ site: { customers: people } });

    const [listed] = (await source.listLocations('homes')).locations;

    const contacts = [
      { customerId: cuidOf('ada'), email: 'ada@example.com' },
      { customerId: cuidOf('bob'), email: null },
    ];
    expect(listed?.contacts).toEqual(contacts);
    expect((await source.openLocation(listed?.ref ?? { source: '', fleet: '', id: '' })).contacts).toEqual(contacts);
  });

  it('are looked up among all customers where the site does not name them, never those of another site', async () => {
    const customers = [customer('ada', of(here)), customer('eve', of(there)), customer('nobody')];
    const sites = [here, there].flatMap((site) => site ?? []);
    const { source, simulator } = await startTextureWorld({ workspace: { sites, customers } });

    const { locations } = await source.listLocations('homes');
    const reader = await source.openLocation(locations[0]?.ref ?? { source: '', fleet: '', id: '' });

    expect(locations.map(({ contacts }) => contacts?.map(({ email }) => email))).toEqual([
      ['ada@example.com'],
      ['eve@example.com'],
    ]);
    expect(reader.contacts).toEqual([{ customerId: cuidOf('ada'), email: 'ada@example.com' }]);
    expect(simulator.requests.count('/customers')).toBe(1);
  });

  it.each([502, 500, 403, 404])(
    'that cannot be had (%i) leave the sites in the list, and are told as missing',
    async (status) => {
      const sites = [here, there].flatMap((site) => site ?? []);
      const { source } = await startTextureWorld({
        workspace: { sites, customers: [] },
        faults: [{ kind: 'status', status, path: '/customers' }],
      });

      const { locations, incompleteBecause } = await source.listLocations('homes');

      expect(locations.map(({ contacts }) => contacts)).toEqual([undefined, undefined]);
      expect(incompleteBecause).toMatch(new RegExp(`customers are not known.*${status}`));
    },
  );

  it('that cannot be read now put a report off; without leave to see them, it has no readers of theirs', async () => {
    const sites = [here, there].flatMap((site) => site ?? []);
    const { source, simulator } = await startTextureWorld({ workspace: { sites, customers: [] } });
    const ref = { source: 'texture', fleet: 'homes', id: sites[0]?.site.id ?? '' };

    simulator.setFaults([{ kind: 'status', status: 502, path: '/customers' }]);
    await expect(source.openLocation(ref)).rejects.toThrow(SourceUnavailableError);
    simulator.setFaults([{ kind: 'status', status: 403, path: '/customers' }]);
    expect((await source.openLocation(ref)).contacts).toBeUndefined();
  });
});
