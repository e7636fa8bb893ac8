import { createHash } from 'node:crypto';
import { aReport, type ReportWishes } from '../../support/report-builder.ts';
import { pdfBytes } from './pdf-of.ts';

/** Reports whose PDFs are made in several processes. */
export const SAMPLES: readonly ReportWishes[] = [
  {
    label: 'Haus מטבח مطبخ',
    house: { circuits: ['Ωμέγα Ω', 'µ-wave', 'مطبخ 12'], silences: [{ date: '2026-10-09' }] },
  },
  { period: '2026-11-01', locale: 'en-US' },
];

// Run as a program, it prints the hash of each.
if (process.argv[1] === import.meta.filename) {
  for (const wishes of SAMPLES) {
    const bytes = await pdfBytes(aReport(wishes));
    process.stdout.write(`${createHash('sha256').update(bytes).digest('hex')}\n`);
  }
}
