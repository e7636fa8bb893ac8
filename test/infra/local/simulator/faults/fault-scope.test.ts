import { describe, expect, it } from 'vitest';
import type { Fault } from '../../../../../infra/local/simulator/faults/fault.ts';
import { simulatedHouse } from '../simulated-house.ts';
import { askForToken, runSimulator } from '../simulator-client.ts';

const FAULT = { kind: 'status', status: 503 } as const;
const fleets = [{ id: 'curb', locations: ['one', 'two'].map((id) => simulatedHouse({ id, hubPrefix: `${id}-` })) }];

const statuses = async (fault: Fault, paths: readonly string[]) => {
  const simulator = await runSimulator({ fleets });
  simulator.setFaults([fault]);
  const seen: number[] = [];
  for (const path of paths) seen.push((await simulator.get(path)).status);
  return seen;
};

describe('scope', () => {
  it.each<[string, Fault, number[]]>([
    ['everything', FAULT, [503, 503, 503]],
    ['a part of a path', { ...FAULT, path: '/metadata' }, [200, 503, 200]],
    ['a pattern', { ...FAULT, path: /location$/ }, [200, 200, 503]],
  ])('%s', async (_, fault, expected) => {
    expect(await statuses(fault, ['/api/ping', '/api/curb/location/one/metadata', '/api/curb/location'])).toEqual(
      expected,
    );
  });

  it('takes in the hubs and registers of a location, and no other location', async () => {
    const paths = (id: string) => [
      `/api/curb/location/${id}`,
      `/api/curb/hub_connectivity/${id}-huba`,
      `/api/curb/register/${id}-oven`,
      `/api/curb/installation/${id}-hubb/registers`,
    ];
    expect(await statuses({ ...FAULT, location: 'one' }, paths('one'))).toEqual([503, 503, 503, 503]);
    expect(await statuses({ ...FAULT, location: 'one' }, paths('two'))).toEqual([200, 200, 200, 200]);
    expect(await statuses({ ...FAULT, location: 'one' }, ['/api/curb/location'])).toEqual([200]);
  });

  it('spares the token endpoint unless it is named', async () => {
    const simulator = await runSimulator({ faults: [FAULT] });
    expect((await askForToken(simulator)).status).toBe(200);
    simulator.setFaults([{ ...FAULT, path: '/oauth/token' }]);
    expect((await askForToken(simulator)).status).toBe(503);
    expect((await simulator.get('/api/ping')).status).toBe(200);
  });

  it('strikes after some requests, a number of times', async () => {
    const pings = new Array<string>(6).fill('/api/ping');
    expect(await statuses({ ...FAULT, times: 2 }, pings)).toEqual([503, 503, 200, 200, 200, 200]);
    expect(await statuses({ ...FAULT, skip: 1, times: 2 }, pings)).toEqual([200, 503, 503, 200, 200, 200]);
    expect(await statuses({ ...FAULT, skip: 4 }, pings)).toEqual([200, 200, 200, 200, 503, 503]);
  });

  it('does not count requests that a fault could not change', async () => {
    const simulator = await runSimulator({ fleets, faults: [{ kind: 'time-zone', times: 1 }] });
    await simulator.get('/api/ping');
    await simulator.get('/api/curb/location/one/register');
    expect((await simulator.get('/api/curb/location/one')).body.timezone).toBe('Mars/Olympus');
    expect((await simulator.get('/api/curb/location/one')).body.timezone).toBe('America/Chicago');
  });

  it('starts anew when faults are set again', async () => {
    const simulator = await runSimulator();
    for (const _ of [1, 2]) {
      simulator.setFaults([{ ...FAULT, times: 1 }]);
      expect((await simulator.get('/api/ping')).status).toBe(503);
      expect((await simulator.get('/api/ping')).status).toBe(200);
    }
  });

  it('leaves the first broken answer the word', async () => {
    const simulator = await runSimulator({
      faults: [
        { ...FAULT, times: 1 },
        { kind: 'status', status: 500 },
      ],
    });
    expect((await simulator.get('/api/ping')).status).toBe(503);
    expect((await simulator.get('/api/ping')).status).toBe(500);
  });
});
