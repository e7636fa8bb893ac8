import { execFile } from 'node:child_process';
import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { PROJECT_FOLDER } from '../../../infra/aws/bundling/project-folder.ts';
import { codeFilesIn } from '../../bundle/asset.ts';
import { bundle } from '../measure/bundle.ts';
import type { Measured } from '../measure/interleaved.ts';
import { DEPENDENCIES, moduleOf } from './dependencies.ts';

const execute = promisify(execFile);

/** The functions of a deployment. */
export const FUNCTIONS = ['plan-reports', 'make-report', 'record-mail-event'] as const;
export const NOTHING = 'an empty handler';
export const EVERYTHING = 'all dependencies at the top';

export interface ReadyTime extends Measured {
  /** Of all its code, with what is loaded late. */
  readonly bytes: number;
}

/**
 * CPU time from the start of a process until its handler could be called, round by round: of each function, of a bundle that
 * imports all dependencies at its top, of one that imports nothing, and of one for each dependency.
 */
export async function readyTimes(folder: string, rounds: number): Promise<ReadyTime[]> {
  const bundles = await bundlesIn(folder);
  const measured = bundles.map(({ name, file }) => ({
    name,
    bytes: sizeOf(codeFilesIn(path.dirname(file))),
    cpuMs: [] as number[],
    wallMs: [] as number[],
  }));
  for (let round = 0; round < rounds + 1; round += 1) {
    for (let step = 0; step < bundles.length; step += 1) {
      const index = (round + step) % bundles.length;
      const sample = await ready(bundles[index]?.file ?? '');
      // The first round brings all files into memory.
      if (round === 0) continue;
      measured[index]?.cpuMs.push(sample.cpuMs);
      measured[index]?.wallMs.push(sample.wallMs);
    }
  }
  return measured;
}

async function ready(file: string): Promise<{ cpuMs: number; wallMs: number }> {
  const startedMs = performance.now();
  const child = path.join(import.meta.dirname, 'ready-child.mjs');
  const { stdout } = await execute(process.execPath, [child, pathToFileURL(file).href]);
  const { user, system } = JSON.parse(stdout) as NodeJS.CpuUsage;
  return { cpuMs: (user + system) / 1000, wallMs: performance.now() - startedMs };
}

async function bundlesIn(folder: string): Promise<{ name: string; file: string }[]> {
  const bundles: { name: string; file: string }[] = [];
  const add = async (name: string, contents: string, plain: boolean) => {
    const own = path.join(folder, String(bundles.length));
    mkdirSync(own);
    const outfile = path.join(own, 'index.mjs');
    await bundle({ contents, folder: PROJECT_FOLDER, outfile, plain });
    bundles.push({ name, file: outfile });
  };
  for (const name of FUNCTIONS) await add(name, `export * from './functions/${name}/entry.ts';`, false);
  await add(EVERYTHING, moduleOf(Object.keys(DEPENDENCIES)), true);
  await add(NOTHING, moduleOf([]), true);
  for (const name of Object.keys(DEPENDENCIES)) await add(name, moduleOf([name]), true);
  return bundles;
}

export const sizeOf = (files: readonly string[]): number => files.reduce((sum, file) => sum + statSync(file).size, 0);
