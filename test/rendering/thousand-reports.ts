import * as fc from 'fast-check';
import { disagreements } from '../support/disagreements.ts';
import { anyWishes } from '../support/report-arbitrary.ts';
import { aReport } from '../support/report-builder.ts';
import { pdfOf } from './pdf/pdf-of.ts';

/** Reads a thousand generated reports back from each of their renderings and compares every figure; takes some minutes. */
const RUNS = 1_000;

await fc.assert(
  fc.asyncProperty(anyWishes, async (wishes) => {
    const report = aReport(wishes);
    const found = disagreements(report, (await pdfOf(report)).plain);
    if (found.length > 0) throw new Error(found.join('\n'));
  }),
  { numRuns: RUNS },
);
process.stdout.write(`${RUNS} reports: PDF, CSV, JSON, mail text and mail HTML show the same figures\n`);
