import { onTestFinished } from 'vitest';
import type { Fault } from '../../../infra/local/simulator/faults/fault.ts';
import type { SimulatedLocation } from '../../../infra/local/simulator/simulated-fleet.ts';
import { type FleetSimulator, startFleetSimulator } from '../../../infra/local/simulator/start-fleet-simulator.ts';
import { type CurbFleetOptions, createCurbFleetSource } from '../../../shared/adapters/curb-fleet/energy-source.ts';
import { type CurbFleetSettings, checkCurbFleetSettings } from '../../../shared/adapters/curb-fleet/settings.ts';
import { Secret } from '../../../shared/adapters/http/secret.ts';
import type { EnergySource } from '../../../shared/application/ports.ts';
import type { LocationRef } from '../../../shared/domain/location.ts';
import type { Instant } from '../../../shared/domain/time/instant.ts';
import { parseLocalDate } from '../../../shared/domain/time/local-date.ts';
import { type LocalDay, localDay } from '../../../shared/domain/time/local-day.ts';
import { parseTimeZone } from '../../../shared/domain/time/time-zone.ts';
import { simulatedHouse } from '../../infra/local/simulator/simulated-house.ts';
import { createHttpWorld, type HttpWorld } from '../../support/http-world.ts';

export const HOUSE_ID = '4d6874eb-2499-41dc-88ce-2dc570099f5e';
export const HOUSE: LocationRef = { source: 'curb', fleet: 'curb', id: HOUSE_ID };

const CREDENTIALS = { clientId: 'report-client', clientSecret: 'not-a-secret' };

export interface CurbWorld {
  readonly simulator: FleetSimulator;
  readonly source: EnergySource;
  readonly world: HttpWorld;
  /** Reads one day of the house through a fresh reader. */
  readDay(
    date?: string,
    zone?: string,
  ): Promise<Awaited<ReturnType<Awaited<ReturnType<EnergySource['openLocation']>>['readDay']>>>;
}

export interface CurbWorldOptions {
  readonly locations?: readonly SimulatedLocation[];
  readonly faults?: readonly Fault[];
  readonly settings?: Partial<CurbFleetSettings>;
  readonly clientSecret?: string;
  readonly audience?: string;
  readonly pageSize?: number;
  readonly tokenLifetimeSeconds?: number;
  readonly budgetMs?: number;
  /** Whether powers are told with decimals; in whole watts unless they are. */
  readonly keepDecimals?: boolean;
}

/** A simulated fleet and a source that reads it over real HTTP; one house unless told otherwise, and time in nobody's way. */
export async function startCurbWorld(options: CurbWorldOptions = {}): Promise<CurbWorld> {
  const world = createHttpWorld();
  const simulator = await startFleetSimulator({
    fleets: [{ id: 'curb', locations: options.locations ?? [simulatedHouse()] }],
    credentials: CREDENTIALS,
    clock: () => world.clock.now(),
    faults: options.faults ?? [],
    emptyRow: 'null',
    keepDecimals: options.keepDecimals ?? false,
    ...(options.pageSize === undefined ? {} : { pageSize: options.pageSize }),
    ...(options.tokenLifetimeSeconds === undefined ? {} : { tokenLifetimeSeconds: options.tokenLifetimeSeconds }),
  });
  onTestFinished(() => simulator.close());
  const source = createCurbFleetSource(sourceOptions(simulator, world, options));
  return {
    simulator,
    source,
    world,
    async readDay(date = '2026-11-19', zone = 'America/Chicago') {
      const reader = await source.openLocation(HOUSE);
      return reader.readDay(dayIn(zone, date));
    },
  };
}

/** What a source needs to read a server that speaks the API. */
export function sourceOptions(
  server: { readonly origin: string; readonly tokenUrl: string },
  world: HttpWorld,
  options: CurbWorldOptions = {},
): CurbFleetOptions {
  return {
    name: 'curb',
    settings: { ...curbSettings(server), ...options.settings },
    credentials: {
      clientId: CREDENTIALS.clientId,
      clientSecret: new Secret(options.clientSecret ?? CREDENTIALS.clientSecret),
    },
    http: world.http,
    clock: world.clock,
    ...(options.budgetMs === undefined ? {} : { budgetMs: options.budgetMs }),
  };
}

function curbSettings({ origin, tokenUrl }: { readonly origin: string; readonly tokenUrl: string }): CurbFleetSettings {
  const raw = { apiOrigin: origin, tokenUrl, audience: 'fleet.prod.energycurb.com' };
  const checked = checkCurbFleetSettings(raw, 'sources.curb');
  if ('faults' in checked) throw new Error(JSON.stringify(checked.faults));
  return checked.settings;
}

export function dayIn(zone: string, date: string): LocalDay {
  return localDay(parseLocalDate(date), parseTimeZone(zone));
}

export const instant = (iso: string) => Date.parse(iso) as Instant;
