import { readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { runCommandLine } from '../../../../infra/local/command-line/run-command-line.ts';
import { ALL_COMMANDS } from '../../../../infra/local/commands/all-commands.ts';
import type { Fault } from '../../../../infra/local/simulator/faults/fault.ts';
import { startFleetSimulator } from '../../../../infra/local/simulator/start-fleet-simulator.ts';
import { parseInstant } from '../../../../shared/domain/time/instant.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { capturedStream } from '../captured-stream.ts';
import { STEADY_W, simulatedHouse } from '../simulator/simulated-house.ts';

export const HOUSE_A = 'curb/curb/house-a';
export const HOUSE_B = 'curb/curb/house-b';

/** What commands take for the machine's own clock. */
const PRESENT = parseInstant('2026-11-22T00:00:00Z');

interface Setting {
  /** What the simulated fleet takes for the present. */
  readonly present?: string;
  readonly faults?: readonly Fault[];
  readonly rule?: object;
  readonly environment?: Record<string, string>;
  /** What the registers of house a draw; steady and different watts unless given. */
  readonly wattsOfA?: (registerId: string) => number;
}

export const SECRETS = { METERPOST_CURB_CLIENT_ID: 'client', METERPOST_CURB_CLIENT_SECRET: 'canary-secret' };

/** A folder with a configuration for two houses in Austin, served on loopback, and the commands to run there. */
export async function createWorkbench({
  present = '2026-11-21T12:00:00Z',
  faults = [],
  rule = {},
  environment = SECRETS,
  wattsOfA = (registerId) => STEADY_W[registerId] ?? 0,
}: Setting = {}) {
  const folder = await temporaryFolder();
  const locations = ['a', 'b'].map((id) => {
    const house = { id: `house-${id}`, label: `House ${id}`, hubPrefix: id };
    return simulatedHouse(id === 'a' ? { ...house, wattsAt: wattsOfA } : house);
  });
  const simulator = await startFleetSimulator({
    fleets: [{ id: 'curb', locations }],
    credentials: { clientId: SECRETS.METERPOST_CURB_CLIENT_ID, clientSecret: SECRETS.METERPOST_CURB_CLIENT_SECRET },
    clock: () => Date.parse(present),
    faults,
  });
  onTestFinished(() => simulator.close());
  const { origin: apiOrigin, tokenUrl } = simulator;
  const configuration = {
    version: 1,
    sources: {
      curb: { kind: 'curb-fleet', apiOrigin, tokenUrl, audience: 'fleet.prod.energycurb.com', fleets: ['curb'] },
    },
    sender: { from: 'Energy reports <reports@example.com>', organization: 'Example Energy' },
    reports: [
      {
        match: { source: 'curb', fleet: 'curb', locations: '*' },
        kinds: ['daily', 'monthly'],
        recipients: ['owner@example.com'],
        ...rule,
      },
    ],
  };
  const configure = (content: unknown) =>
    writeFile(path.join(folder, 'meterpost.config.json'), JSON.stringify(content, null, 2));
  await configure(configuration);

  async function run(...args: string[]) {
    const [stdout, stderr] = [capturedStream(), capturedStream()];
    const status = await runCommandLine(args, ALL_COMMANDS, {
      workingFolder: folder,
      environment,
      stdout: stdout.stream,
      stderr: stderr.stream,
      clock: { now: () => PRESENT },
      untilInterrupted: async () => {},
    });
    return { status, stdout: stdout.text(), stderr: stderr.text() };
  }
  /** What `--json` answers, beside the exit status and what stderr says of problems. */
  async function runJson(...args: string[]) {
    const { status, stdout, stderr } = await run(...args, '--json');
    const problems = stderr.split('\n').filter((line) => line.startsWith('meterpost: '));
    return { status, data: JSON.parse(stdout), problems };
  }
  const filesIn = (subfolder: string) => {
    try {
      return readdirSync(path.join(folder, subfolder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.relative(path.join(folder, subfolder), path.join(entry.parentPath, entry.name)))
        .sort();
    } catch {
      return [];
    }
  };
  return { folder, simulator, environment, configuration, configure, run, runJson, filesIn };
}
