import { startFleetSimulator } from '../../../infra/local/simulator/start-fleet-simulator.ts';
import { simulatedHouse } from '../../infra/local/simulator/simulated-house.ts';
import type { Endpoint } from './reply.ts';

export const HOUSE_ID = 'house';
export const DATE = '2026-11-19';
export const ZONE = 'America/Chicago';
const NOON_UTC = Date.parse('2026-11-21T12:00:00Z');
const CREDENTIALS = { clientId: 'client', clientSecret: 'canary-secret-90c2' };

/** Shown nowhere: whatever an error says of it would be somebody's name, address or key. */
export const CANARIES = /canary/i;
export const CREDENTIALS_OF_CASES = CREDENTIALS;

const START_SECONDS = Date.parse('2026-11-19T06:00:00Z') / 1000;

const PATHS: Readonly<Record<Exclude<Endpoint, 'token'>, string>> = {
  list: '/api/curb/location',
  location: `/api/curb/location/${HOUSE_ID}`,
  metadata: `/api/curb/location/${HOUSE_ID}/metadata`,
  installation: `/api/curb/location/${HOUSE_ID}/installation`,
  register: `/api/curb/location/${HOUSE_ID}/register`,
  aggregate: `/api/curb/location/${HOUSE_ID}/aggregate`,
  historical: `/api/curb/location/${HOUSE_ID}/historical`,
  hub: '/api/curb/hub_connectivity/huba',
};

/** What an honest fleet of one house answers about a complete day, endpoint by endpoint. */
export async function honestAnswers(): Promise<Readonly<Record<Endpoint, string>>> {
  const house = simulatedHouse({ id: HOUSE_ID, label: 'canary-person Ada Lovelace', postcode: 'canary-78704' });
  const simulator = await startFleetSimulator({
    fleets: [{ id: 'curb', locations: [{ ...house, location: { ...house.location, address: '12 canary-street' } }] }],
    credentials: CREDENTIALS,
    clock: () => NOON_UTC,
    emptyRow: 'null',
  });
  try {
    const asking = { client_id: CREDENTIALS.clientId, client_secret: CREDENTIALS.clientSecret };
    const issued = await fetch(simulator.tokenUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...asking, audience: 'fleet.prod.energycurb.com', grant_type: 'client_credentials' }),
    });
    const { access_token: token } = (await issued.json()) as { access_token: string };
    const window = `?start_time=${START_SECONDS}&end_time=${START_SECONDS + 86_399}&resolution=5m`;
    const answers = Object.entries(PATHS).map(async ([endpoint, path]) => {
      const query = endpoint === 'aggregate' ? `${window}&add_other=1` : endpoint === 'historical' ? window : '';
      const answer = await fetch(`${simulator.origin}${path}${query}`, {
        headers: { authorization: `Bearer ${token}` },
      });
      if (!answer.ok) throw new Error(`${path} answered with ${answer.status}`);
      return [endpoint, await answer.text()] as const;
    });
    const read = Object.fromEntries(await Promise.all(answers)) as Record<Exclude<Endpoint, 'token'>, string>;
    return { ...read, token: JSON.stringify({ access_token: TOKEN, expires_in: 86_400, token_type: 'Bearer' }) };
  } finally {
    await simulator.close();
  }
}

export const TOKEN = 'canary-token-7d41';
