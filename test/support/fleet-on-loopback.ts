import type { SimulatedFleet } from '../../infra/local/simulator/simulated-fleet.ts';
import { type FleetSimulator, startFleetSimulator } from '../../infra/local/simulator/start-fleet-simulator.ts';
import type { DeployedStack } from './deployed-stack.ts';
import { SOURCE_CLIENT } from './source-client.ts';

export const startFleet = (fleets: readonly SimulatedFleet[]): Promise<FleetSimulator> =>
  startFleetSimulator({ fleets, credentials: SOURCE_CLIENT, clock: Date.now });

/** The configuration of an operator of these fleets; a reader for every location. */
export function configurationFor(fleet: FleetSimulator, fleets: readonly string[], over: object = {}) {
  return {
    version: 1,
    sources: {
      curb: {
        kind: 'curb-fleet',
        apiOrigin: fleet.origin,
        tokenUrl: fleet.tokenUrl,
        audience: 'fleet.prod.energycurb.com',
        fleets,
      },
    },
    sender: { from: 'Energy reports <reports@example.com>', organization: 'Example Energy' },
    reports: fleets.map((name) => ({
      match: { source: 'curb', fleet: name, locations: '*' },
      kinds: ['daily', 'monthly'],
      recipients: ['owner@example.com'],
    })),
    ...over,
  };
}

/** Puts the file, and those that it names, where the operator puts them. */
export function storeConfiguration(
  deployed: DeployedStack,
  configuration: object,
  beside: ReadonlyMap<string, Uint8Array> = new Map(),
): void {
  const bucket = deployed.standIn.s3.named(deployed.nameOf('Configuration'));
  const bytes = Buffer.from(JSON.stringify(configuration));
  bucket.put('meterpost.config.json', { bytes, contentType: 'application/json', checksums: {} });
  for (const [name, file] of beside) {
    bucket.put(name, { bytes: Buffer.from(file), contentType: 'application/octet-stream', checksums: {} });
  }
}
