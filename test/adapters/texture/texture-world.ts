import { onTestFinished } from 'vitest';
import type { Fault } from '../../../infra/local/simulator/faults/fault.ts';
import type { SimulatedLocation } from '../../../infra/local/simulator/simulated-fleet.ts';
import type { SimulatedSite, SimulatedWorkspace } from '../../../infra/local/simulator/texture/simulated-workspace.ts';
import { cuidOf, type SiteOptions, siteOfPlace } from '../../../infra/local/simulator/texture/site-of-place.ts';
import {
  startTextureSimulator,
  type TextureSimulator,
} from '../../../infra/local/simulator/texture/start-texture-simulator.ts';
import { Secret } from '../../../shared/adapters/http/secret.ts';
import { createTextureSource, type TextureOptions } from '../../../shared/adapters/texture/energy-source.ts';
import { checkTextureSettings } from '../../../shared/adapters/texture/settings.ts';
import type { EnergySource } from '../../../shared/application/ports.ts';
import type { DayFacts } from '../../../shared/domain/energy/day-facts.ts';
import type { DayReadings } from '../../../shared/domain/energy/day-readings.ts';
import { summariseDay } from '../../../shared/domain/energy/summarise-day.ts';
import type { LocationRef } from '../../../shared/domain/location.ts';
import { simulatedHouse } from '../../infra/local/simulator/simulated-house.ts';
import { createHttpWorld, type HttpWorld } from '../../support/http-world.ts';
import { dayIn } from '../curb-fleet/curb-world.ts';

export const API_KEY = 'canary-texture-key';
/** The one house, at its site. */
export const SITE_ID = cuidOf(simulatedHouse().location.id);
export const SITE: LocationRef = { source: 'texture', fleet: 'homes', id: SITE_ID };
const ZONE = 'America/Chicago';

export interface TextureWorldOptions {
  readonly places?: readonly SimulatedLocation[];
  readonly workspace?: SimulatedWorkspace;
  readonly site?: SiteOptions;
  readonly faults?: readonly Fault[];
  readonly settings?: object;
  readonly apiKey?: string;
  readonly zone?: string;
  readonly includesEnd?: boolean;
  readonly requestShare?: number;
  readonly budgetMs?: number;
}

export interface TextureWorld {
  readonly simulator: TextureSimulator;
  readonly source: EnergySource;
  readonly world: HttpWorld;
  readonly sites: readonly SimulatedSite[];
  /** Reads one day of the first site through a fresh reader. */
  readDay(date?: string): Promise<DayReadings>;
  readFacts(date?: string): Promise<DayFacts>;
}

/** A simulated workspace and a source that reads it over real HTTP; one house unless told otherwise, in confirmed zones. */
export async function startTextureWorld(options: TextureWorldOptions = {}): Promise<TextureWorld> {
  const { zone = ZONE, places = [simulatedHouse()] } = options;
  const world = createHttpWorld();
  const sites = options.workspace?.sites ?? places.map((place) => siteOfPlace(place, options.site));
  const simulator = await startTextureSimulator({
    workspace: options.workspace ?? { sites, customers: [] },
    apiKey: API_KEY,
    clock: () => world.clock.now(),
    faults: options.faults ?? [],
    ...(options.includesEnd === undefined ? {} : { includesEnd: options.includesEnd }),
  });
  onTestFinished(() => simulator.close());
  const zones = Object.fromEntries(sites.map(({ site }) => [site.id, { timeZone: zone }]));
  const source = createTextureSource(
    sourceOptions(simulator.origin, world, { sites: zones, ...options.settings }, options),
  );
  const readDay = async (date = '2026-11-19') => {
    const reader = await source.openLocation({ ...SITE, id: sites[0]?.site.id ?? '' });
    return reader.readDay(dayIn(zone, date));
  };
  return {
    simulator,
    source,
    world,
    sites,
    readDay,
    readFacts: async (date) => summariseDay(await readDay(date), world.clock.now()),
  };
}

/** What a source needs to read a server that speaks the API. */
export function sourceOptions(
  origin: string,
  world: HttpWorld,
  settings: object = {},
  options: Pick<TextureWorldOptions, 'apiKey' | 'requestShare' | 'budgetMs'> = {},
): TextureOptions {
  const checked = checkTextureSettings({ apiOrigin: origin, ...settings }, 'sources.texture');
  if ('faults' in checked) throw new Error(JSON.stringify(checked.faults));
  return {
    name: 'texture',
    fleets: ['homes'],
    settings: checked.settings,
    credentials: { apiKey: new Secret(options.apiKey ?? API_KEY) },
    http: world.http,
    clock: world.clock,
    ...(options.requestShare === undefined ? {} : { requestShare: options.requestShare }),
    ...(options.budgetMs === undefined ? {} : { budgetMs: options.budgetMs }),
  };
}
