import { describe, expect, it } from 'vitest';
import { parseConfiguration } from '../../../shared/adapters/configuration/parse-configuration.ts';
import { SOURCE_CHECKERS } from '../../../shared/adapters/configuration/source-checkers.ts';
import { filesInBuckets } from '../../../shared/adapters/files/bucket-tree.ts';
import { createS3Client } from '../../../shared/adapters/s3/s3-client.ts';
import { createSecretsClient } from '../../../shared/adapters/secrets-manager/secrets-client.ts';
import { openDeployedSources } from '../../../shared/adapters/sources/deployed-sources.ts';
import { startAwsWorld } from '../../support/aws-world.ts';
import { createHttpWorld } from '../../support/http-world.ts';

const CONFIGURATION = {
  version: 1,
  sources: {
    meters: { kind: 'files', location: 's3://meters', fleets: ['homes'] },
    homes: { kind: 'texture', fleets: ['homes'], sites: {} },
  },
  sender: { from: 'reports@example.com', organization: 'Example Energy' },
  reports: [],
};

describe('the sources of a deployment', () => {
  it('open without a secret where they need none, and say so where theirs is not there', async () => {
    const { access, standIn } = await startAwsWorld();
    const bytes = Buffer.from('{ "timeZone": "Europe/Berlin" }');
    standIn.s3.create('meters').put('homes/house/location.json', { bytes, contentType: '', checksums: {} });
    const { http, clock } = createHttpWorld();
    const sources = openDeployedSources(parseConfiguration(JSON.stringify(CONFIGURATION), SOURCE_CHECKERS), {
      secretsClient: createSecretsClient(access),
      secretIds: {},
      http,
      clock,
      openTree: filesInBuckets(createS3Client(access)),
    });

    const list = await sources.get('meters')?.listLocations('homes');
    expect(list?.locations.map(({ ref }) => ref.id)).toEqual(['house']);
    await expect(sources.get('homes')?.listLocations('homes')).rejects.toThrow('Source homes has no secret');
  });
});
