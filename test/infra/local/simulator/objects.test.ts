import { describe, expect, it } from 'vitest';
import { simulatorFromFlags } from '../../../../infra/local/simulator/simulator-from-flags.ts';
import { HOUSE_ID, NOW_EPOCH_MS, runSimulator } from './simulator-client.ts';

const LOCATION_KEYS =
  'id dt_created dt_modified organization label country state city postcode address geocode timezone';
const METADATA_KEYS = 'mains battery production installations_count dt_claimed dt_modified dt_installed';
const INSTALLATION_KEYS = 'hub dt_created dt_modified organization label dt_claimed panel_type location fleet';
const REGISTER_KEYS =
  'id dt_created dt_modified organization label number circuit_type multiplier inverted installation clamp_definition group channel grid production battery circuit_number';
const HUB_KEYS = 'id dt_created dt_modified organization model_number software os phase_count hardware';
const CONNECTIVITY_KEYS =
  'hub dt_created dt_modified last_post_diagnostics plc_connection ip_address connection_health';

describe('objects have the fields of the document, no more and no fewer', () => {
  it('for every location of the made-up fleet', async () => {
    const fleets = await simulatorFromFlags({ clock: () => NOW_EPOCH_MS });
    const simulator = await runSimulator({ fleets });
    const keysOf = (one: object) => Object.keys(one).toSorted();
    const fields = (names: string) => names.split(' ').toSorted();
    const list = async (path: string) => (await simulator.get(`/api/curb${path}`)).body.results;
    const one = async (path: string) => (await simulator.get(`/api/curb${path}`)).body;

    const locations = await list('/location');
    expect(locations.length).toBeGreaterThanOrEqual(7);
    for (const location of locations) {
      expect(keysOf(location)).toEqual(fields(LOCATION_KEYS));
      expect(() => new Intl.DateTimeFormat('en', { timeZone: location.timezone })).not.toThrow();
      expect(await one(`/location/${location.id}`)).toEqual(location);
      const metadata = await one(`/location/${location.id}/metadata`);
      expect(keysOf(metadata)).toEqual(fields(METADATA_KEYS));
      const installations = await list(`/location/${location.id}/installation`);
      expect(installations).toHaveLength(metadata.installations_count);
      const registers = await list(`/location/${location.id}/register`);
      for (const installation of installations) {
        expect(keysOf(installation)).toEqual(fields(INSTALLATION_KEYS));
        expect(installation.location).toBe(location.id);
        expect(await one(`/installation/${installation.hub}`)).toEqual(installation);
        expect(keysOf(await one(`/hub/${installation.hub}`))).toEqual(fields(HUB_KEYS));
        expect(keysOf(await one(`/hub_connectivity/${installation.hub}`))).toEqual(fields(CONNECTIVITY_KEYS));
        const metered = await list(`/installation/${installation.hub}/registers`);
        expect(metered).toEqual(registers.filter((register) => register.installation === installation.hub));
        expect(new Set(metered.map((r) => `${r.group}/${r.channel}`)).size).toBe(metered.length);
      }
      for (const register of registers) {
        expect(keysOf(register)).toEqual(fields(REGISTER_KEYS));
        expect(await one(`/register/${register.id}`)).toEqual(register);
      }
      const flagged = (flag: 'production' | 'battery') => registers.some((register) => register[flag]);
      expect(metadata).toMatchObject({ production: flagged('production'), battery: flagged('battery') });
      expect(metadata.mains).toBe(registers.some((register) => register.circuit_type === 'main'));
    }
    const ids = (await list('/register')).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('what is not there', () => {
  it.each([
    '/api/curb/location/nowhere',
    '/api/curb/location/nowhere/metadata',
    '/api/curb/location/nowhere/register',
    '/api/curb/location/nowhere/installation',
    '/api/curb/location/nowhere/aggregate?start_time=1&end_time=2',
    '/api/curb/location/nowhere/historical?start_time=1&end_time=2',
    '/api/curb/installation/nobody',
    '/api/curb/installation/nobody/registers',
    '/api/curb/register/none',
    '/api/curb/hub/nobody',
    '/api/curb/hub_connectivity/nobody',
    `/api/curb/location/${HOUSE_ID}/registers`,
    `/api/curb/location/${HOUSE_ID}/latest`,
    '/api/curb/location/',
    '/api/curb',
    '/api//location',
    '/api/api/curb/location',
    '/curb/location',
    '/',
    '/api/curb/location/%E0%A4%A',
    '//[/',
  ])('%s is answered with 404 and a JSON body', async (path) => {
    const simulator = await runSimulator();
    expect(await simulator.get(path)).toMatchObject({
      status: 404,
      headers: { 'content-type': 'application/json' },
      body: { detail: expect.any(String) },
    });
  });
});

describe('the rest', () => {
  it('pings, lists subfleets without pages, and stamps answers by its own clock', async () => {
    const house = (await simulatorFromFlags({ clock: () => NOW_EPOCH_MS }))[0];
    const simulator = await runSimulator({
      fleets: [{ id: 'curb', locations: house?.locations ?? [], subfleets: ['a', 'b'] }],
    });
    const ping = await simulator.get('/api/ping');
    expect(ping.status).toBe(200);
    expect(ping.headers['date']).toBe('Fri, 20 Nov 2026 12:00:00 GMT');
    expect((await simulator.get('/api/curb/subfleets')).body).toEqual({ count: 2, results: ['a', 'b'] });
  });

  it('tells the connectivity of a hub as of the last half hour, and less of one that is silent', async () => {
    const simulator = await runSimulator({ clock: () => NOW_EPOCH_MS + 29 * 60_000 });
    const path = '/api/curb/hub_connectivity/huba';
    expect((await simulator.get(path)).body).toMatchObject({
      last_post_diagnostics: NOW_EPOCH_MS / 1000,
      connection_health: 1,
      plc_connection: 1,
    });
    simulator.setFaults([{ kind: 'silent-hub', hub: 'huba', fromEpochSeconds: 1_795_170_000 }]);
    expect((await simulator.get(path)).body).toMatchObject({
      last_post_diagnostics: 1_795_170_000,
      connection_health: 0,
    });
    expect((await simulator.get('/api/curb/hub_connectivity/hubb')).body).toMatchObject({ connection_health: 1 });
  });

  it('keeps a log of what was asked, without any token in it', async () => {
    const simulator = await runSimulator();
    await simulator.get('/api/curb/location?city=Austin');
    await simulator.get('/api/curb/location/nowhere');
    expect(simulator.requests.records).toEqual([
      { method: 'POST', path: '/oauth/token', query: '', hasAuthorization: false, status: 200 },
      { method: 'GET', path: '/api/curb/location', query: '?city=Austin', hasAuthorization: true, status: 200 },
      { method: 'GET', path: '/api/curb/location/nowhere', query: '', hasAuthorization: true, status: 404 },
    ]);
    expect(simulator.requests.count()).toBe(3);
    expect(simulator.requests.count('/location')).toBe(2);
    expect(simulator.requests.count(/nowhere$/)).toBe(1);
    expect(JSON.stringify(simulator.requests)).not.toContain(simulator.token);
    simulator.requests.clear();
    expect(simulator.requests.count()).toBe(0);
  });
});
