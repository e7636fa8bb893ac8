import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { renderGreenButton } from '../../../infra/local/green-button-file.ts';
import { readCsv } from '../../../shared/adapters/files/csv/read-csv.ts';
import { BadFileError } from '../../../shared/adapters/files/file-fault.ts';
import { readGreenButton } from '../../../shared/adapters/files/green-button/read-green-button.ts';
import { readArchiveFile } from '../../../shared/adapters/files/hal-archive/read-archive-file.ts';
import type { FileReadings } from '../../../shared/adapters/files/intervals/interval-collector.ts';
import { parseTimeZone } from '../../../shared/domain/time/time-zone.ts';
import { inPieces } from '../../support/interval-files.ts';

const T = Date.parse('2026-11-19T05:00:00Z') / 1000;
const hours = Array.from({ length: 5 }, (_, hour) => T + hour * 3600);
const HEADERS = ['timestamp', 'grid', 'urn:energycurb:registers:curb:other'];
const RESULT = { granularity: '1H', unit: 'w', headers: HEADERS, data: hours.map((start) => [start, 500, 20]) };

interface Form {
  readonly file: string;
  read(bytes: Uint8Array): Promise<FileReadings>;
}

const FORMS: Readonly<Record<string, Form>> = {
  CSV: {
    file: ['start,register_id,energy_kwh,interval_seconds', ...hours.map((start) => `${start},grid,0.5,3600`), ''].join(
      '\n',
    ),
    read: (bytes) => readCsv(inPieces(bytes), { isKnown: (id) => id === 'grid', intervalSeconds: undefined }),
  },
  'Green Button': {
    file: renderGreenButton({
      usagePointId: '1',
      tzOffsetSeconds: -18_000,
      series: [
        {
          flowDirection: 1,
          intervalSeconds: 3600,
          readings: hours.map((startSeconds) => ({ startSeconds, energyWh: 500 })),
        },
      ],
    }),
    read: (bytes) =>
      readGreenButton(inPieces(bytes), {
        timeZone: parseTimeZone('America/New_York'),
        ignoreFileTimeZone: false,
        registerOf: () => 'grid',
      }),
  },
  'HAL archive': {
    file: JSON.stringify({ _links: { self: { href: '/api/profiles/7/historical-data' } }, results: [RESULT] }),
    read: (bytes) =>
      readArchiveFile(inPieces(bytes), { isKnown: (id) => id === 'grid', profilePath: '/api/profiles/7' }),
  },
};

/** Readings that make sense, or a fault of the file; never another error. */
async function readOrRefused({ read }: Form, bytes: Uint8Array): Promise<FileReadings | undefined> {
  try {
    return await read(bytes);
  } catch (error) {
    if (!(error instanceof BadFileError)) throw error;
    expect(error.faults.length).toBeGreaterThan(0);
    return undefined;
  }
}

const forms = fc.constantFrom(...Object.keys(FORMS));

describe('a file of whatever bytes', () => {
  test.prop([forms, fc.uint8Array({ maxLength: 400 })])('is read or refused', async (name, bytes) => {
    const form = FORMS[name];
    if (form !== undefined) await readOrRefused(form, bytes);
  });

  test.prop([
    fc.constantFrom('Green Button', 'HAL archive'),
    fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  ])('that breaks off gives no figure', async (name, share) => {
    const form = FORMS[name];
    if (form === undefined) return;
    const whole = form.file.trimEnd();
    expect((await readOrRefused(form, Buffer.from(whole)))?.get('grid')?.energyWh).toHaveLength(5);

    const readings = await readOrRefused(form, Buffer.from(whole.slice(0, Math.floor(share * whole.length))));

    expect(readings).toBeUndefined();
  });

  const mutations = fc.array(fc.record({ at: fc.nat(5000), byte: fc.nat(255) }), { minLength: 1, maxLength: 8 });
  test.prop([forms, mutations])(
    'that was damaged is read or refused, each interval within bounds',
    async (name, damages) => {
      const form = FORMS[name];
      if (form === undefined) return;
      const bytes = Buffer.from(form.file);
      for (const { at, byte } of damages) bytes[at % bytes.length] = byte;

      const readings = await readOrRefused(form, bytes);

      for (const { startSeconds, lengthSeconds, energyWh } of readings?.values() ?? []) {
        for (const [index, start] of startSeconds.entries()) {
          const length = lengthSeconds[index] ?? 0;
          expect(length).toBeGreaterThan(0);
          expect(length).toBeLessThanOrEqual(3600);
          expect(start + length).toBeLessThanOrEqual(startSeconds[index + 1] ?? Number.POSITIVE_INFINITY);
          expect(Math.abs(((energyWh[index] ?? Number.NaN) * 3600) / length)).toBeLessThanOrEqual(10_000_000);
        }
      }
    },
  );
});
