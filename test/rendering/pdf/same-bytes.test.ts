import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { aReport } from '../../support/report-builder.ts';
import { pdfBytes } from './pdf-of.ts';
import { SAMPLES } from './print-hashes.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('the bytes of a PDF', () => {
  it('are the same in other processes, under other time zones, whatever was made before', async () => {
    // Characters that share glyphs with others, and another locale, must not leave traces in the next file.
    await pdfBytes(
      aReport({ locale: 'de-DE', label: 'A\u00a0B \u2010 Ω µ مطبخ', house: { circuits: ['\u2126', 'ﻻ'] } }),
    );
    const here: string[] = [];
    for (const wishes of SAMPLES) here.push(sha256(await pdfBytes(aReport(wishes))));

    const elsewhere = await Promise.all(['Asia/Kathmandu', 'America/Los_Angeles'].map(hashesElsewhere));
    for (const hashes of elsewhere) expect(hashes).toEqual(here);
    expect(new Set(here).size).toBe(SAMPLES.length);
  });

  it('change with the report', async () => {
    const [a, b] = await Promise.all([pdfBytes(aReport({})), pdfBytes(aReport({ house: { size: 1.001 } }))]);

    expect(sha256(a)).not.toBe(sha256(b));
  });
});

async function hashesElsewhere(TZ: string): Promise<string[]> {
  const script = fileURLToPath(new URL('print-hashes.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [script], { env: { ...process.env, TZ } });
  return stdout.trim().split('\n');
}
