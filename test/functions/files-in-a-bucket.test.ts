import { describe, expect, it } from 'vitest';
import { createSetupReader } from '../../functions/setup.ts';
import { filesInBuckets } from '../../shared/adapters/files/bucket-tree.ts';
import { createS3Client } from '../../shared/adapters/s3/s3-client.ts';
import { createSecretsClient } from '../../shared/adapters/secrets-manager/secrets-client.ts';
import { startAwsWorld } from '../support/aws-world.ts';
import { createHttpWorld } from '../support/http-world.ts';
import { createInMemoryStore } from '../support/in-memory-store.ts';
import { readDate } from '../support/interval-files.ts';

const CONFIGURATION = {
  version: 1,
  sources: { meters: { kind: 'files', location: 's3://meters/exports', fleets: ['homes'] } },
  sender: { from: 'reports@example.com', organization: 'Example Energy' },
  reports: [],
};

/** What the functions make of a configuration of files, their bucket on loopback. */
async function aSetup(files: Readonly<Record<string, string>>) {
  const { access, standIn } = await startAwsWorld();
  const { http, clock } = createHttpWorld();
  const bucket = standIn.s3.create('meters');
  for (const [key, text] of Object.entries(files)) {
    bucket.put(`exports/homes/${key}`, { bytes: Buffer.from(text), contentType: 'text/plain', checksums: {} });
  }
  const stored = { text: JSON.stringify(CONFIGURATION), versionId: undefined, files: new Map() };
  const read = createSetupReader({
    readText: async () => stored,
    secretsClient: createSecretsClient(access),
    secretIds: {},
    outages: {
      ledger: createInMemoryStore(clock),
      clock,
      newOwner: () => 'owner',
      pauses: { random: () => 0.5, sleep: async () => {} },
    },
    http,
    openTree: filesInBuckets(createS3Client(access)),
    clock,
  });
  const source = (await read()).sources.get('meters');
  if (source === undefined) throw new Error('The configuration has no such source.');
  return source;
}

describe('files in a bucket', () => {
  it('become locations and days without a secret', async () => {
    const rows = Array.from(
      { length: 24 },
      (_, hour) => `${Date.parse('2026-11-19T05:00:00Z') / 1000 + hour * 3600},1,3600`,
    );
    const source = await aSetup({
      'house/location.json': '{ "timeZone": "America/New_York" }',
      'house/data.csv': ['start,grid_kwh,interval_seconds', ...rows].join('\n'),
      'other/data.csv': 'start\n',
    });

    const { locations } = await source.listLocations('homes');
    expect(locations.map(({ ref, location }) => [ref.id, 'problem' in location])).toEqual([
      ['house', false],
      ['other', true],
    ]);
    const house = await source.openLocation({ source: 'meters', fleet: 'homes', id: 'house' });
    expect((await readDate(house, '2026-11-19')).energyKWhByRegister.get('grid')).toBe(24);
  });

  it('have to be there', async () => {
    const source = await aSetup({});

    await expect(source.listLocations('homes')).rejects.toMatchObject({ name: 'SourceAccessError' });
    await expect(source.openLocation({ source: 'meters', fleet: 'homes', id: 'house' })).rejects.toMatchObject({
      name: 'UnknownLocationError',
    });
  });
});
