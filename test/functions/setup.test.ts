import { describe, expect, it } from 'vitest';
import { createSetupReader } from '../../functions/setup.ts';
import { createUnreachableTree } from '../../shared/adapters/files/unreachable-tree.ts';
import type { ConfigurationText } from '../../shared/adapters/s3/configuration-object.ts';
import { createSecretsClient } from '../../shared/adapters/secrets-manager/secrets-client.ts';
import { ConfigurationError, SourceAccessError } from '../../shared/errors.ts';
import { startAwsWorld } from '../support/aws-world.ts';
import { createHttpWorld } from '../support/http-world.ts';
import { createInMemoryStore } from '../support/in-memory-store.ts';
import { aPng } from '../support/logos.ts';

const SOURCE = {
  kind: 'curb-fleet',
  apiOrigin: 'http://127.0.0.1:9',
  tokenUrl: 'http://127.0.0.1:9/oauth/token',
  audience: 'fleet',
  fleets: ['demo'],
};

const stored = (text: string): ConfigurationText => ({ text, versionId: undefined, files: new Map() });

const text = (sources: readonly string[], defaults = {}) =>
  JSON.stringify({
    defaults,
    version: 1,
    sources: Object.fromEntries(sources.map((name) => [name, SOURCE])),
    sender: { from: 'reports@example.com', organization: 'Example Energy' },
    reports: [],
  });

/** A setup that reads what the operator stores, with a secret for the source `curb` alone. */
async function aSetup(first: string) {
  const { access, standIn } = await startAwsWorld();
  const { http, clock } = createHttpWorld();
  standIn.secrets.put('curb-secret', '{"apiKey":"canary-of-another-kind"}');
  const operator = { stored: stored(first) };
  const read = createSetupReader({
    readText: async () => operator.stored,
    secretsClient: createSecretsClient(access),
    secretIds: { curb: 'curb-secret' },
    outages: {
      ledger: createInMemoryStore(clock),
      clock,
      newOwner: () => 'owner',
      pauses: { random: () => 0.5, sleep: async () => {} },
    },
    http,
    openTree: () => createUnreachableTree('not in this test'),
    clock,
  });
  return { operator, read };
}

describe('what the operator has set up', () => {
  it('stays what it is, tokens and connections too, until it is changed', async () => {
    const { operator, read } = await aSetup(text(['curb']));
    const before = await read();

    expect(await read()).toBe(before);
    operator.stored = stored(text(['curb', 'other']));
    expect([...(await read()).sources.keys()]).toEqual(['curb', 'other']);
  });

  it('is refused with all its faults, and the next version is taken', async () => {
    const { operator, read } = await aSetup('{ "version": 2 }');

    await expect(read()).rejects.toThrow(ConfigurationError);
    operator.stored = stored(text(['curb']));
    await expect(read()).resolves.toBeDefined();
  });

  it('has the logos that lie beside the file', async () => {
    const { operator, read } = await aSetup(text(['curb'], { branding: { logo: 'logo.png' } }));
    await expect(read()).rejects.toMatchObject({ faults: [{ path: 'defaults.branding.logo' }] });

    const bytes = aPng();
    operator.stored = { ...operator.stored, files: new Map([['logo.png', bytes]]) };

    expect((await read()).configuration.defaults.branding?.logo).toMatchObject({ mediaType: 'image/png', bytes });
  });

  it.each([
    ['has no secret', 'other', 'Source other has no secret: add its name to "sources"'],
    ['has a secret of another kind', 'curb', 'no clientId and clientSecret'],
  ])('may name a source that %s: it refuses, and says what to do', async (_, name, problem) => {
    const { read } = await aSetup(text(['curb', 'other']));
    const source = (await read()).sources.get(name);

    await expect(source?.listLocations('demo')).rejects.toThrow(SourceAccessError);
    await expect(source?.openLocation({ source: name, fleet: 'demo', id: '1' })).rejects.toThrow(problem);
  });

  it('opens a source without a secret, where its kind needs none', async () => {
    const sources = { meters: { kind: 'files', location: 'meters', fleets: ['homes'] } };
    const { read } = await aSetup(text([]).replace('"sources":{}', `"sources":${JSON.stringify(sources)}`));

    const { sources: opened } = await read();

    await expect(opened.get('meters')?.listLocations('homes')).rejects.toThrow('not in this test');
  });
});
