import path from 'node:path';
import { isoUtc } from '../../../shared/domain/time/instant.ts';
import { MeterpostError } from '../../../shared/errors.ts';
import { type CommandResult, defineCommand } from '../command-line/command.ts';
import { optional } from '../command-line/option.ts';
import { DEMO_CLIENT, DEMO_ENVIRONMENT, demoConfiguration } from '../demo-configuration.ts';
import { systemClock } from '../host.ts';
import { simulatorFromFlags } from '../simulator/simulator-from-flags.ts';
import { type FleetSimulator, startFleetSimulator } from '../simulator/start-fleet-simulator.ts';

export const simulate = defineCommand({
  name: 'simulate',
  summary: 'serve a made-up fleet on this machine to try things with, until it is interrupted',
  onlyHere: 'it serves a made-up fleet on this machine',
  options: {
    data: optional('FOLDER', 'measured homes to serve instead of made-up ones', (text) => text),
    port: optional('N', 'port to listen on (any that is free)', parsePort),
  },
  async run({ data, port = 0 }, context) {
    const simulator = await start(data === undefined ? undefined : path.resolve(context.workingFolder, data), port);
    context.show(introduction(simulator));
    await context.untilInterrupted();
    await simulator.close();
    context.stderr.write(`The simulator was stopped at ${isoUtc(systemClock.now())}.\n`);
    return undefined;
  },
});

/** Nothing could be served: the folder or the port does not do. */
class SimulatorError extends MeterpostError {
  override readonly name = 'SimulatorError';
  readonly retryable = false;
}

async function start(dataDir: string | undefined, port: number): Promise<FleetSimulator> {
  const clock = () => systemClock.now();
  try {
    const fleets = await simulatorFromFlags({ dataDir, clock });
    return await startFleetSimulator({ fleets, credentials: DEMO_CLIENT, clock, port });
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'an unknown failure';
    throw new SimulatorError(`Nothing can be served: ${reason}. Choose another --data or --port.`, { cause: error });
  }
}

function introduction(simulator: FleetSimulator): CommandResult {
  const { origin, tokenUrl } = simulator;
  const configuration = demoConfiguration(simulator);
  const text = [
    `The Fleet API of a simulated fleet is served at ${origin}, its tokens at ${tokenUrl}.`,
    '',
    'A configuration for it, to be saved as meterpost.config.json:',
    '',
    JSON.stringify(configuration, null, 2),
    '',
    'In another terminal:',
    '',
    ...Object.entries(DEMO_ENVIRONMENT).map(([name, value]) => `export ${name}=${value}`),
    'npm run meterpost -- plan',
    'npm run meterpost -- tick',
    '',
    'Ctrl-C stops it.',
  ].join('\n');
  return { text, data: { origin, tokenUrl, environment: DEMO_ENVIRONMENT, configuration } };
}

function parsePort(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) throw new Error('must be a port, 0 to 65535');
  return port;
}
