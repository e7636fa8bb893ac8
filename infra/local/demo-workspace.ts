import { DENVER } from './simulator/synthetic/places/denver.ts';
import { startTextureSimulator, type TextureSimulator } from './simulator/texture/start-texture-simulator.ts';
import { syntheticWorkspace } from './simulator/texture/synthetic-workspace.ts';

const API_KEY = 'demo-key';
const SOURCE = 'demo-texture';
const FLEET = 'homes';

/** What the demonstration has beside its fleet: a home that another kind of source tells of. */
export const DEMO_WORKSPACE = { environment: { METERPOST_DEMO_TEXTURE_API_KEY: API_KEY } };

export function startDemoWorkspace(clock: () => number): Promise<TextureSimulator> {
  return startTextureSimulator({ workspace: syntheticWorkspace(clock), apiKey: API_KEY, clock });
}

interface Configured {
  readonly sources: Readonly<Record<string, object>>;
  readonly reports: readonly object[];
}

/** The configuration with one source and one rule more, for the home of the workspace at that origin. */
export function withWorkspace<Configuration extends Configured>(configuration: Configuration, apiOrigin: string) {
  const sites = Object.fromEntries(
    syntheticWorkspace(() => 0).sites.map(({ site }) => [site.id, { timeZone: DENVER.timezone }]),
  );
  return {
    ...configuration,
    sources: {
      ...configuration.sources,
      // A simulator bears more than the real one allows.
      [SOURCE]: { kind: 'texture', apiOrigin, fleets: [FLEET], requestsPerMinute: 100_000, sites },
    },
    reports: [
      ...configuration.reports,
      {
        match: { source: SOURCE, fleet: FLEET, locations: '*' },
        kinds: ['daily', 'monthly'],
        recipients: ['owner@example.com'],
      },
    ],
  };
}
