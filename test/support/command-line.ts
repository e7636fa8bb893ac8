import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Fault } from '../../infra/local/simulator/faults/fault.ts';
import type { SimulatedFleet } from '../../infra/local/simulator/simulated-fleet.ts';
import { type FleetSimulator, startFleetSimulator } from '../../infra/local/simulator/start-fleet-simulator.ts';
import { makeFolder, removeFolder } from './temporary-folder.ts';

export const CLI = resolve(import.meta.dirname, '../../infra/local/cli.ts');
const SECRET = 'canary-secret-3f1c';

export interface Run {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command line in its own process, with a folder of its own, against a simulated fleet in this process. */
export interface CommandLine {
  readonly simulator: FleetSimulator;
  readonly folder: string;
  readonly archive: string;
  readonly outbox: string;
  /** The configuration that the commands read; a test may write it anew. */
  configure(over: (configuration: Record<string, unknown>) => unknown): void;
  run(
    args: readonly string[],
    options?: { killWhen?: () => boolean; environment?: Record<string, string> },
  ): Promise<Run>;
  /** File names in the outbox, sorted. */
  mails(): string[];
  /** Every file of the archive with its content. */
  archived(): Map<string, string>;
  close(): Promise<void>;
}

export interface CommandLineOptions {
  readonly fleets: readonly SimulatedFleet[];
  readonly faults?: readonly Fault[];
  readonly reports?: readonly unknown[];
  /** What the simulated fleet takes for the present; its samples end there. */
  readonly nowMs?: number;
}

const DEFAULT_RULE = {
  match: { source: 'curb', fleet: 'curb', locations: '*' },
  kinds: ['daily', 'monthly'],
  recipients: ['owner@example.com'],
};

export async function createCommandLine(options: CommandLineOptions): Promise<CommandLine> {
  const nowMs = options.nowMs ?? Date.parse('2026-11-21T12:00:00Z');
  const simulator = await startFleetSimulator({
    fleets: options.fleets,
    credentials: { clientId: 'client', clientSecret: SECRET },
    clock: () => nowMs,
    faults: options.faults ?? [],
  });
  const folder = await makeFolder();
  const archive = join(folder, 'archive');
  const outbox = join(folder, 'outbox');
  const config = join(folder, 'meterpost.config.json');
  const configuration = {
    version: 1,
    sources: {
      curb: {
        kind: 'curb-fleet',
        apiOrigin: simulator.origin,
        tokenUrl: simulator.tokenUrl,
        audience: 'fleet.prod.energycurb.com',
        fleets: ['curb'],
      },
    },
    sender: {
      from: 'Energy reports <reports@example.com>',
      replyTo: 'help@example.com',
      organization: 'Example Energy',
    },
    reports: options.reports ?? [DEFAULT_RULE],
  };
  const write = (content: unknown) => writeFileSync(config, JSON.stringify(content, undefined, 2));
  write(configuration);
  return {
    simulator,
    folder,
    archive,
    outbox,
    configure: (over) => write(over(structuredClone(configuration))),
    run: (args, { killWhen, environment } = {}) =>
      runProcess(
        [CLI, ...args, '--config', config, '--archive', archive, '--outbox', outbox],
        folder,
        environment,
        killWhen,
      ),
    mails: () => filesBelow(outbox).map((file) => file.slice(outbox.length + 1)),
    archived: () =>
      new Map(filesBelow(archive).map((file) => [file.slice(archive.length + 1), readFileSync(file, 'latin1')])),
    async close() {
      await simulator.close();
      await removeFolder(folder);
    },
  };
}

/** Runs a program of ours in a process of its own. */
export function runProcess(
  args: readonly string[],
  cwd: string,
  environment: Record<string, string> = {},
  killWhen?: () => boolean,
): Promise<Run> {
  return new Promise((resolveRun, reject) => {
    const env = {
      PATH: process.env['PATH'] ?? '',
      TZ: 'UTC',
      METERPOST_CURB_CLIENT_ID: 'client',
      METERPOST_CURB_CLIENT_SECRET: SECRET,
      ...environment,
    };
    const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const text = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      text.stdout += chunk;
    });
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      text.stderr += chunk;
    });
    const watch = () => {
      if (killWhen?.() === true) child.kill('SIGKILL');
    };
    const killer = killWhen === undefined ? undefined : setInterval(watch, 1);
    child.on('error', reject);
    child.on('close', (status, signal) => {
      clearInterval(killer);
      resolveRun({ status, signal, ...text });
    });
  });
}

/** Whole files only: what is still being written lies in folders whose names begin with a point. */
function filesBelow(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((file) => !file.slice(folder.length).includes('/.'))
      .sort();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
