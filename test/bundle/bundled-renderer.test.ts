import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle } from '../bench/measure/bundle.ts';
import { pdfBytes } from '../rendering/pdf/pdf-of.ts';
import { aReport, type ReportWishes } from '../support/report-builder.ts';
import { PROJECT_FOLDER } from '../support/synthesised-stack.ts';
import { makeFolder, removeFolder } from '../support/temporary-folder.ts';

const execute = promisify(execFile);
const runNode = (...args: readonly string[]) => execute(process.execPath, args);

describe('the renderer as it is bundled, with the fonts beside it', () => {
  let folder: string;
  const inFolder = (name: string) => path.join(folder, name);

  beforeAll(async () => {
    folder = await makeFolder();
    await bundle({
      contents: "import './meterpost-child.ts';",
      folder: path.join(PROJECT_FOLDER, 'test/bench/render'),
      outfile: inFolder('renderer.mjs'),
    });
    for (const program of ['functions/make-report/cut-fonts.ts', 'infra/aws/bundling/bundle-fontkit.ts']) {
      await runNode(path.join(PROJECT_FOLDER, program), inFolder('fonts'));
    }
  }, 60_000);
  afterAll(() => removeFolder(folder));

  const WISHES: readonly (readonly [about: string, wishes: ReportWishes])[] = [
    ['what every label is written with', { label: 'Main House' }],
    ['other alphabets', { label: 'Łódź Ελλάδα Київ', locale: 'de-DE' }],
    ['letters that join', { label: 'مطبخ المنزل', house: { circuits: ['Cuisine', 'e\u0302\u0303'] } }],
    ['what no font here can show', { label: '東京' }],
  ];
  it.each(WISHES)('writes the same bytes as its source: %s', async (_about, wishes) => {
    const report = aReport({ period: '2026-10-05', ...wishes });
    writeFileSync(inFolder('report.json'), JSON.stringify(report));

    await runNode(inFolder('renderer.mjs'), inFolder('report.json'), inFolder('report.pdf'), inFolder('fonts'));

    expect(readFileSync(inFolder('report.pdf')).equals(await pdfBytes(report))).toBe(true);
  });
});
