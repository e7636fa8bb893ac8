import { execFile } from 'node:child_process';
import path from 'node:path';
import { withPatchedCopy } from './patched-copy.ts';
import type { Plant } from './plants.ts';
import type { Found } from './seek.ts';

/** Plants a bug in a copy, and seeks it there in a process of its own; undefined when it was not found. */
export async function seekPlant(plant: Plant, runs: number, seed: number): Promise<Found | undefined> {
  return await withPatchedCopy(plant.edits ?? [], async (folder) => {
    const script = path.join(folder, 'test/simulation/planted/seek-in-copy.ts');
    const line = await run(script, [plant.name, String(runs), String(seed)]);
    return (JSON.parse(line) as Found | null) ?? undefined;
  });
}

function run(script: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = { env: { ...process.env, NODE_OPTIONS: '' }, maxBuffer: 2 ** 26 };
    execFile(process.execPath, [script, ...args], options, (error, stdout) => {
      if (error === null) resolve(stdout);
      else reject(error);
    });
  });
}
