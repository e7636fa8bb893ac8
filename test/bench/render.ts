import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openTypefaces } from '../../shared/rendering/pdf/fonts.ts';
import { loadFonts } from '../../shared/rendering/pdf/load-fonts.ts';
import { type Goal, goalsTable } from './measure/goals.ts';
import { type Candidate, type Measured, measureInterleaved } from './measure/interleaved.ts';
import { noiseInWords } from './measure/noise.ts';
import { writeResult } from './measure/result-file.ts';
import { mediansOf, ratio, resultsTable } from './measure/results-table.ts';
import { drawnContentOf } from './render/drawn-content.ts';
import { measureFresh } from './render/fresh-processes.ts';
import { benchReports } from './render/measured-reports.ts';
import type { OwnInput } from './render/own-sample-child.ts';
import { peerFonts } from './render/peer-fonts.ts';
import type { PeerInput } from './render/peer-sample-child.ts';
import { findPeers } from './render/peers.ts';

/**
 * The monthly report as it ships, against the same pages drawn by others and against the least that has to be done. All of
 * them write a file. The first argument is the number of rounds.
 */
const rounds = Number(process.argv[2] ?? 15);
const folder = mkdtempSync(path.join(tmpdir(), 'bench-render-'));
const childOf = (kind: 'own' | 'peer') => path.join(import.meta.dirname, `render/${kind}-sample-child.ts`);
const fileOf = (name: string) => path.join(folder, `${name.replaceAll(' ', '-')}.pdf`);

const { about, month, day } = await benchReports();
const content = drawnContentOf(month, openTypefaces(loadFonts()));
const { names: peers, missing } = await findPeers();

const ours = (name: string, how: OwnInput['how'], report = month): Candidate => {
  const input: OwnInput = { report, how, file: fileOf(name) };
  return { name, program: childOf('own'), input };
};
const theirs = (name: string): Candidate => {
  const input: PeerInput = { name, content, file: fileOf(name) };
  return { name, program: childOf('peer'), input };
};
const candidates: readonly Candidate[] = [
  ours('meterpost', 'whole'),
  ours('meterpost, a day', 'whole', day),
  ours('without tags', 'tags'),
  ours('without font files', 'fonts'),
  ours('floor', 'floor'),
  ...peers.map(theirs),
];
const { measured: warm, noise } = await measureInterleaved(candidates, { rounds, warmUpMs: 2_000, sampleMs: 150 });
const fresh = await measureFresh(month, content, peerFonts(), folder, Math.ceil(rounds / 2));

const bytesOf = { title: 'bytes', cellOf: (name: string) => String(statSync(fileOf(name)).size) };
const goals = [...goalsWithin(warm), ...goalsAgainst(warm), ...goalsOfFresh(fresh)];
const report = [
  `A monthly report: ${about}, ${content.pages.length} pages.`,
  noiseInWords(noise),
  resultsTable(warm, 'warm', bytesOf),
  resultsTable(fresh, 'first report of a process', bytesOf),
  goalsTable(goals),
  ...missing,
];
process.stdout.write(`${report.join('\n\n')}\n`);
const written = writeResult('render', {
  about,
  pages: content.pages.length,
  noise,
  warm: mediansOf(warm),
  fresh: mediansOf(fresh),
  goals,
  missing,
});
process.stdout.write(`\n${written}\n`);
rmSync(folder, { recursive: true, force: true });

function compare(measured: readonly Measured[], of: string, to: string): number[] {
  const [a, b] = [of, to].map((name) => measured.find((one) => one.name === name));
  return a === undefined || b === undefined ? [] : [ratio(a, b)];
}

function goalsWithin(measured: readonly Measured[]): Goal[] {
  const atMost = (what: string, goal: number, of: string, to: string): Goal[] =>
    compare(measured, of, to).map((value) => ({ what, bound: 'at most', goal, measured: value }));
  return [
    ...atMost('a month as a multiple of the floor', 3, 'meterpost', 'floor'),
    ...atMost('with font files to without', 1.2, 'meterpost', 'without font files'),
    ...atMost('with tags to without', 1.33, 'meterpost', 'without tags'),
    ...atMost('a day as a share of a month', 1 / 3, 'meterpost, a day', 'meterpost'),
  ];
}

function goalsAgainst(measured: readonly Measured[]): Goal[] {
  const wanted = { pdfmake: 20, 'react-pdf': 50, chromium: 50 };
  return Object.entries(wanted).flatMap(([name, goal]) =>
    compare(measured, name, 'meterpost').map(
      (value): Goal => ({ what: `${name} as a multiple of ours`, bound: 'at least', goal, measured: value }),
    ),
  );
}

function goalsOfFresh(measured: readonly Measured[]): Goal[] {
  return compare(measured, 'meterpost', 'pdfkit').map((value) => ({
    what: 'first report, as a share of natural pdfkit’s',
    bound: 'at most',
    goal: 0.6,
    measured: value,
  }));
}
