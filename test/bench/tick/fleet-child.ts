import { startFleetSimulator } from '../../../infra/local/simulator/start-fleet-simulator.ts';
import { simulatedHouse } from '../../infra/local/simulator/simulated-house.ts';

/** A fleet of so many houses of six registers, until it is ended; how to reach it on the first line. */
const locations = Number(process.argv[2] ?? 10);
const houses = Array.from({ length: locations }, (_, number) =>
  simulatedHouse({ id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`, hubPrefix: `h${number}-` }),
);
const fleet = await startFleetSimulator({
  fleets: [{ id: 'curb', locations: houses, subfleets: [], spareInstallations: [] }],
  credentials: { clientId: 'client', clientSecret: 'secret' },
  clock: Date.now,
});
process.stdout.write(`${JSON.stringify({ origin: fleet.origin, tokenUrl: fleet.tokenUrl })}\n`);
