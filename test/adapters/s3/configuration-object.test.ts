import { describe, expect, it } from 'vitest';
import { createConfigurationObject } from '../../../shared/adapters/s3/configuration-object.ts';
import { createS3Client } from '../../../shared/adapters/s3/s3-client.ts';
import { startAwsWorld } from '../../support/aws-world.ts';

async function aConfiguration() {
  const world = await startAwsWorld();
  const bucket = world.standIn.s3.create('settings');
  const put = (text: string, key = 'meterpost.config.json') => {
    bucket.put(key, { bytes: Buffer.from(text), contentType: 'application/json', checksums: {} });
  };
  const client = createS3Client(world.access);
  const read = createConfigurationObject({
    client,
    bucket: 'settings',
    key: 'meterpost.config.json',
    clock: world.clock,
    filesNamedIn: (text) => text.match(/\w+\.svg/g) ?? [],
  });
  return { ...world, put, read };
}

describe('the configuration in its bucket', () => {
  it('comes with the version that it is', async () => {
    const { put, read } = await aConfiguration();
    put('{"version":1}');

    expect(await read()).toEqual({ text: '{"version":1}', versionId: 'v00000001', files: new Map() });
  });

  it('is asked for once a minute, and travels only when it has changed', async () => {
    const { put, read, clock, standIn } = await aConfiguration();
    put('first');
    await read();

    clock.advance(59_999);
    const withinTheMinute = await read();
    expect(standIn.calls).toHaveLength(1);

    clock.advance(1);
    expect(await read()).toBe(withinTheMinute);
    expect(standIn.calls).toHaveLength(2);
    clock.advance(59_999);
    expect(await read()).toBe(withinTheMinute);
    expect(standIn.calls).toHaveLength(2);

    put('second');
    clock.advance(60_000);
    expect(await read()).toMatchObject({ text: 'second', versionId: 'v00000002' });
  });

  it('brings the files that it names, and another one when one of them has changed', async () => {
    const { put, read, clock } = await aConfiguration();
    put('logo.svg and other.svg');
    put('<svg/>', 'logo.svg');
    const before = await read();
    expect([...before.files]).toEqual([['logo.svg', new TextEncoder().encode('<svg/>')]]);

    clock.advance(60_000);
    expect(await read()).toBe(before);
    put('<svg />', 'logo.svg');
    put('<svg  />', 'other.svg');
    clock.advance(60_000);

    expect([...(await read()).files.keys()]).toEqual(['logo.svg', 'other.svg']);
  });

  it('is asked for again when the clock was set back', async () => {
    const { put, read, clock } = await aConfiguration();
    put('first');
    await read();
    put('second');

    clock.advance(-3_600_000);

    expect((await read()).text).toBe('second');
  });

  it('is missed by name', async () => {
    const { read } = await aConfiguration();

    await expect(read()).rejects.toMatchObject({
      name: 'StoreAccessError',
      message: 'There is no configuration meterpost.config.json in bucket settings: put the file there.',
    });
  });

  it('is not given from memory when the bucket cannot be reached', async () => {
    const { put, read, clock, standIn } = await aConfiguration();
    put('first');
    await read();
    clock.advance(60_000);
    standIn.faults.add({ service: 's3', kind: 'error', at: 'before', status: 500, code: 'InternalError', times: 3 });

    await expect(read()).rejects.toMatchObject({ name: 'StoreError', retryable: true });
    expect((await read()).text).toBe('first');
  });
});
