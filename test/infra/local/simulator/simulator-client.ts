import { request } from 'undici';
import { onTestFinished } from 'vitest';
import {
  type FleetSimulator,
  type FleetSimulatorOptions,
  startFleetSimulator,
} from '../../../../infra/local/simulator/start-fleet-simulator.ts';
import type {
  WireInstallation,
  WireLocation,
  WireMetadata,
  WireRegister,
} from '../../../../infra/local/simulator/wire-objects.ts';
import { simulatedHouse } from './simulated-house.ts';

export const CREDENTIALS = { clientId: 'report-client', clientSecret: 'not-a-secret' };

/** 2026-11-20T12:00:00Z. */
export const NOW_EPOCH_MS = 1_795_176_000_000;

export const HOUSE_ID = '4d6874eb-2499-41dc-88ce-2dc570099f5e';

export type Reply = {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  /** All that any answer may hold; what a test does not expect of its own it must not rely on. */
  readonly body: Body;
};

type Body = WireLocation &
  WireMetadata & {
    readonly access_token: string;
    readonly count: number;
    readonly next: string | null;
    readonly samples_count: number;
    readonly start: number;
    readonly end: number;
    readonly resolution: string;
    readonly hubs: readonly string[];
    readonly registers: readonly WireRegister[];
    readonly results: readonly Row[];
  };

/** A listed object, a row of `aggregate`, or a slot of `historical`. */
export type Row = WireLocation &
  WireRegister &
  WireInstallation & {
    readonly avg: number;
    readonly min: number;
    readonly max: number;
    readonly sum: number;
    readonly kwh: number;
    readonly register: WireRegister;
    readonly t: number;
    readonly r: { readonly w: readonly (number | null)[] };
  };

export type RunningSimulator = FleetSimulator & {
  readonly token: string;
  /** GET with the token; the body is parsed as JSON. */
  get(path: string): Promise<Reply>;
};

/** A simulator that ends with its test; one house in one fleet, unless told otherwise. */
export async function runSimulator(options: Partial<FleetSimulatorOptions> = {}): Promise<RunningSimulator> {
  const simulator = await startFleetSimulator({
    fleets: [{ id: 'curb', locations: [simulatedHouse()] }],
    credentials: CREDENTIALS,
    clock: () => NOW_EPOCH_MS,
    ...options,
  });
  onTestFinished(() => simulator.close());
  const { body } = await askForToken(simulator);
  const token = body.access_token;
  return { ...simulator, token, get: (path) => getJson(`${simulator.origin}${path}`, token) };
}

export async function askForToken(simulator: FleetSimulator, changes: Record<string, unknown> = {}): Promise<Reply> {
  const { clientId, clientSecret } = CREDENTIALS;
  const { statusCode, headers, body } = await request(simulator.tokenUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      client_id: clientId,
      client_secret: clientSecret,
      audience: 'fleet.prod.energycurb.com',
      grant_type: 'client_credentials',
      ...changes,
    }),
  });
  return { status: statusCode, headers, body: (await body.json()) as Body };
}

export async function getJson(url: string, token?: string): Promise<Reply> {
  const { statusCode, headers, body } = await request(url, {
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
  });
  return { status: statusCode, headers, body: (await body.json()) as Body };
}

/** Path and query of a series; the bounds are epoch seconds, both included. */
export function seriesPath(
  kind: 'aggregate' | 'historical',
  start: number,
  end: number,
  query: Record<string, string | undefined> = {},
): string {
  const parameters = { start_time: String(start), end_time: String(end), resolution: '5m', ...query };
  const given = Object.entries(parameters).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return `/api/curb/location/${HOUSE_ID}/${kind}?${new URLSearchParams(given)}`;
}
