import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openTypefaces } from '../../shared/rendering/pdf/fonts.ts';
import { loadFonts } from '../../shared/rendering/pdf/load-fonts.ts';
import { createPdfRenderer } from '../../shared/rendering/pdf/pdf-renderer.ts';
import { type Goal, goalsTable } from './measure/goals.ts';
import { type Candidate, type Measured, measureInterleaved } from './measure/interleaved.ts';
import { noiseInWords } from './measure/noise.ts';
import { writeResult } from './measure/result-file.ts';
import { mediansOf, ratio, resultsTable } from './measure/results-table.ts';
import { drawnContentOf } from './render/drawn-content.ts';
import { measureFresh } from './render/fresh-processes.ts';
import { benchReports } from './render/measured-reports.ts';
import { floorOf, renderingWithout } from './render/own-renderings.ts';
import { peerFonts } from './render/peer-fonts.ts';
import { openPeers } from './render/peers.ts';

/**
 * The monthly report as it ships, against the same pages drawn by others and against the least that has to be done. All of
 * them write a file. The first argument is the number of rounds.
 */
const rounds = Number(process.argv[2] ?? 15);
const folder = mkdtempSync(path.join(tmpdir(), 'bench-render-'));
const fileOf = (name: string) => path.join(folder, `${name.replaceAll(' ', '-')}.pdf`);

const { about, month, day } = await benchReports();
const typefaces = openTypefaces(loadFonts());
const content = drawnContentOf(month, typefaces);
const fonts = peerFonts();
const renderer = createPdfRenderer({ fonts: loadFonts() });
const floor = floorOf(await renderer.renderPdf(month));
const { peers, missing } = await openPeers(fonts);

const toFile = (name: string, make: () => Uint8Array | Promise<Uint8Array>): Candidate => ({
  name,
  run: async () => writeFileSync(fileOf(name), await make()),
});
const own: readonly Candidate[] = [
  toFile('meterpost', () => renderer.renderPdf(month)),
  toFile('meterpost, a day', () => renderer.renderPdf(day)),
  toFile('without tags', renderingWithout(month, typefaces, 'tags')),
  toFile('without font files', renderingWithout(month, typefaces, 'fonts')),
  toFile('floor', floor),
];
const others = peers.map(({ name, draw, othersCpuMs }): Candidate => {
  const candidate = toFile(name, () => draw(content));
  return othersCpuMs === undefined ? candidate : { ...candidate, othersCpuMs };
});

const warmOwn = await measureInterleaved(own, { rounds: rounds * 2, warmUps: 300, sampleMs: 60 });
const [ours] = own;
const warm = await measureInterleaved(ours === undefined ? [] : [ours, ...others], {
  rounds,
  warmUps: 25,
  sampleMs: 150,
});
for (const peer of peers) await peer.close?.();
const fresh = await measureFresh(month, content, fonts, folder, Math.ceil(rounds / 2));

const bytesOf = { title: 'bytes', cellOf: (name: string) => String(statSync(fileOf(name)).size) };
const goals = [...goalsWithin(warmOwn.measured), ...goalsAgainst(warm.measured), ...goalsOfFresh(fresh)];
const report = [
  `A monthly report: ${about}, ${content.pages.length} pages.`,
  noiseInWords(warmOwn.noise),
  resultsTable(warmOwn.measured, 'warm, ours', bytesOf),
  noiseInWords(warm.noise),
  resultsTable(warm.measured, 'warm, with others', bytesOf),
  resultsTable(fresh, 'first report of a process', bytesOf),
  goalsTable(goals),
  ...missing,
];
process.stdout.write(`${report.join('\n\n')}\n`);
const written = writeResult('render', {
  about,
  pages: content.pages.length,
  noise: { own: warmOwn.noise, others: warm.noise },
  warmOwn: mediansOf(warmOwn.measured),
  warm: mediansOf(warm.measured),
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
