import { describe, expect, it } from 'vitest';
import { simulatedHouse } from '../../infra/local/simulator/simulated-house.ts';
import { HOUSE, HOUSE_ID, startCurbWorld } from './curb-world.ts';

describe('opening a location', () => {
  it.each(['nobody', '..', '.', 'a/b', '../../oauth/token', '\u{d800}', 'x'.repeat(500)])(
    'does not know the location %j',
    async (id) => {
      const { source, simulator } = await startCurbWorld();
      await expect(source.openLocation({ ...HOUSE, id })).rejects.toMatchObject({
        name: 'UnknownLocationError',
        retryable: false,
        message: expect.stringContaining('check its id'),
      });
      const paths = simulator.requests.records.map(({ path }) => path).filter((path) => path !== '/oauth/token');
      expect(paths.every((path) => path === '/api/curb/location/nobody')).toBe(true);
    },
  );

  it('refuses a location of an invalid zone', async () => {
    const { source } = await startCurbWorld({ faults: [{ kind: 'time-zone', timeZone: 'Mars/Olympus' }] });
    await expect(source.openLocation(HOUSE)).rejects.toMatchObject({
      name: 'InvalidLocationError',
      message: expect.stringMatching(new RegExp(`curb/curb/${HOUSE_ID}: .*"Mars/Olympus".*correct it at the source`)),
    });
  });

  it('refuses an answer about another location', async () => {
    const edit = (body: unknown) => ({ ...(body as object), id: 'another' });
    const { source } = await startCurbWorld({ faults: [{ kind: 'edit', path: HOUSE_ID, edit }] });
    await expect(source.openLocation(HOUSE)).rejects.toMatchObject({
      name: 'UnexpectedPayloadError',
      message: expect.stringContaining('about another location'),
    });
  });

  it('says that there is no access where the API answers 403', async () => {
    const { source } = await startCurbWorld({ faults: [{ kind: 'status', status: 403 }] });
    await expect(source.openLocation(HOUSE)).rejects.toMatchObject({
      name: 'SourceAccessError',
      message: expect.stringMatching(/refuses access \(403\)/),
    });
  });

  it.each([400, 405, 418, 451])('takes %i as an answer that it does not understand', async (status) => {
    const { source } = await startCurbWorld({ faults: [{ kind: 'status', status }] });
    await expect(source.openLocation(HOUSE)).rejects.toMatchObject({
      name: 'UnexpectedPayloadError',
      message: expect.stringContaining(`status ${status}`),
    });
  });

  it('says which variables to check when the credentials are wrong', async () => {
    const { source, simulator } = await startCurbWorld({ clientSecret: 'wrong' });
    const opening = await Promise.allSettled(Array.from({ length: 50 }, () => source.openLocation(HOUSE)));
    for (const result of opening) {
      expect(result).toMatchObject({
        reason: {
          name: 'SourceAccessError',
          message: expect.stringContaining('METERPOST_CURB_CLIENT_ID and METERPOST_CURB_CLIENT_SECRET'),
        },
      });
    }
    expect(simulator.requests.count()).toBe(1);
  });
});

describe('a token that the API rejects', () => {
  it('is renewed once, however many requests met the rejection', async () => {
    const { source, simulator } = await startCurbWorld();
    await source.openLocation(HOUSE);
    simulator.revokeTokens();
    simulator.requests.clear();

    const readers = await Promise.all(Array.from({ length: 100 }, () => source.openLocation(HOUSE)));

    expect(readers).toHaveLength(100);
    expect(simulator.requests.count('/oauth/token')).toBe(1);
    const rejected = simulator.requests.records.filter(({ status }) => status === 401);
    expect(rejected.length).toBeGreaterThan(0);
    expect(simulator.requests.count('/api/')).toBe(100 + rejected.length);
  });

  it('is renewed when its day is over', async () => {
    const { source, simulator, world } = await startCurbWorld({ tokenLifetimeSeconds: 600 });
    for (let time = 0; time < 20; time += 1) {
      await source.openLocation(HOUSE);
      world.pass(100_000);
    }
    expect(simulator.requests.records.filter(({ status }) => status === 401)).toEqual([]);
    expect(simulator.requests.count('/oauth/token')).toBeLessThanOrEqual(5);
  });

  it('does not start a storm when every token is rejected', async () => {
    const { source, simulator } = await startCurbWorld({ faults: [{ kind: 'status', status: 401 }] });
    for (let time = 0; time < 20; time += 1) {
      await expect(source.openLocation(HOUSE)).rejects.toMatchObject({
        name: 'SourceAccessError',
        message: expect.stringMatching(/rejects an access token that was just issued/),
      });
    }
    expect(simulator.requests.count('/oauth/token')).toBe(2);
    expect(simulator.requests.count('/api/')).toBe(21);
  });

  it('does not keep the others from being read when it is one location that rejects it', async () => {
    const other = { ...HOUSE, id: 'house-2' };
    const { source } = await startCurbWorld({
      locations: [simulatedHouse(), simulatedHouse({ id: 'house-2', hubPrefix: 'x' })],
      faults: [{ kind: 'status', status: 401, location: HOUSE_ID }],
    });
    for (let time = 0; time < 5; time += 1) {
      await expect(source.openLocation(HOUSE)).rejects.toMatchObject({ name: 'SourceAccessError' });
      expect((await source.openLocation(other)).location.id).toBe('house-2');
    }
  });
});
