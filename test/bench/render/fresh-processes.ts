import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { PROJECT_FOLDER } from '../../../infra/aws/bundling/project-folder.ts';
import type { Report } from '../../../shared/domain/report/report.ts';
import { bundle } from '../measure/bundle.ts';
import type { Measured } from '../measure/interleaved.ts';
import type { DrawnContent } from './drawn-content.ts';
import { isInstalled, PEER_PACKAGES, type PeerFonts, peerFile } from './peers.ts';

const execute = promisify(execFile);

interface Program {
  readonly name: string;
  readonly args: readonly string[];
}

/** CPU time and time on the clock from the start of a process to its first PDF on disk, round by round. */
export async function measureFresh(
  report: Report,
  content: DrawnContent,
  fonts: PeerFonts,
  folder: string,
  rounds: number,
): Promise<Measured[]> {
  const programs = await programsIn(folder, report, content, fonts);
  const measured = programs.map(({ name }) => ({ name, cpuMs: [] as number[], wallMs: [] as number[] }));
  for (let round = 0; round < rounds + 1; round += 1) {
    for (const [index, { args }] of programs.entries()) {
      const startedMs = performance.now();
      const { stdout } = await execute(process.execPath, args);
      const wallMs = performance.now() - startedMs;
      const { user, system } = JSON.parse(stdout) as NodeJS.CpuUsage;
      // The first round brings all files into memory.
      if (round === 0) continue;
      measured[index]?.cpuMs.push((user + system) / 1000);
      measured[index]?.wallMs.push(wallMs);
    }
  }
  return measured;
}

/** Ours is bundled as a deployment does it, the natural way with pdfkit as everybody does; the others are packages as they come. */
async function programsIn(folder: string, report: Report, content: DrawnContent, fonts: PeerFonts): Promise<Program[]> {
  const inFolder = (name: string) => path.join(folder, name);
  writeFileSync(inFolder('report.json'), JSON.stringify(report));
  writeFileSync(inFolder('content.json'), JSON.stringify(content));
  for (const program of ['functions/make-report/cut-fonts.ts', 'infra/aws/bundling/bundle-fontkit.ts']) {
    await execute(process.execPath, [path.join(PROJECT_FOLDER, program), inFolder('fonts')]);
  }
  await bundle({
    contents: "import './meterpost-child.ts';",
    folder: import.meta.dirname,
    outfile: inFolder('meterpost.mjs'),
  });
  const peerArgs = (program: string, name: string) =>
    [program, inFolder('content.json'), inFolder(`${name}.pdf`), fonts.regularFile, fonts.boldFile] as const;
  const peers: Program[] = [];
  for (const [name, packageName] of Object.entries(PEER_PACKAGES)) {
    if (!isInstalled(packageName)) continue;
    const runner = path.join(import.meta.dirname, 'peer-child.mjs');
    const contents = `import { run } from ${JSON.stringify(runner)}; import { create } from ${JSON.stringify(peerFile(name))}; await run(create);`;
    const program = inFolder(`${name}.mjs`);
    if (name === 'pdfkit') await bundle({ contents, folder: import.meta.dirname, outfile: program, plain: true });
    else writeFileSync(program, contents);
    peers.push({ name, args: peerArgs(program, name) });
  }
  const ours = ['meterpost.mjs', 'report.json', 'meterpost.pdf', 'fonts'].map(inFolder);
  return [{ name: 'meterpost', args: ours }, ...peers];
}
