import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { GetSecretValueCommand } from '@aws-sdk/client-secrets-manager';
import { describe, expect, it } from 'vitest';
import type { Fault } from '../../../../infra/local/aws-stand-in/faults.ts';
import { createS3Client } from '../../../../shared/adapters/s3/s3-client.ts';
import { createSecretsClient } from '../../../../shared/adapters/secrets-manager/secrets-client.ts';
import { startAwsWorld } from '../../../support/aws-world.ts';

describe('the Secrets Manager stand-in', () => {
  it('gives the current text, the one before it, and each by name or ARN', async () => {
    const { standIn, access } = await startAwsWorld();
    standIn.secrets.put('meterpost/curb', 'first');
    standIn.secrets.put('meterpost/curb', 'second');
    const client = createSecretsClient(access);
    const get = (SecretId: string, VersionStage?: string) =>
      client.send(new GetSecretValueCommand({ SecretId, VersionStage }));

    const current = await get('meterpost/curb');

    expect(current).toMatchObject({ Name: 'meterpost/curb', SecretString: 'second', VersionStages: ['AWSCURRENT'] });
    expect(current.CreatedDate).toEqual(new Date('2026-11-20T12:00:00.250Z'));
    expect((await get(current.ARN ?? '')).SecretString).toBe('second');
    expect((await get('meterpost/curb', 'AWSPREVIOUS')).SecretString).toBe('first');
    await expect(get('meterpost/other')).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });
});

describe('the stand-in', () => {
  it('refuses a request that nobody signed, and a service that it has not', async () => {
    const { standIn } = await startAwsWorld();
    const scope = 'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261120/us-east-1/dynamodb/aws4_request';

    const unsigned = await fetch(standIn.endpoint);
    const unknown = await fetch(standIn.endpoint, { headers: { authorization: scope } });

    expect([unsigned.status, await unsigned.text()]).toEqual([
      403,
      '<Error><Code>MissingAuthenticationToken</Code></Error>',
    ]);
    expect([unknown.status, await unknown.text()]).toEqual([501, '<Error><Code>NotImplemented</Code></Error>']);
  });

  it('answers the same calls with the same ids', async () => {
    const ids = async () => {
      const { standIn } = await startAwsWorld();
      const queue = standIn.sqs.create({ name: 'q' });
      return [queue.send({ body: 'a' }), queue.send({ body: 'b' })];
    };

    expect(await ids()).toEqual(await ids());
  });
});

describe('a fault', () => {
  async function aStruckPut(fault: Fault) {
    const world = await startAwsWorld();
    const bucket = world.standIn.s3.create('bucket');
    const client = createS3Client(world.access);
    const { strikes } = world.standIn.faults.add(fault);
    const put = (Key: string) => client.send(new PutObjectCommand({ Bucket: 'bucket', Key, Body: 'x' }));
    return { ...world, bucket, client, strikes, put };
  }

  it.each<[string, Fault, readonly string[]]>([
    ['before it: nothing happened', { kind: 'error', at: 'before', status: 400, code: 'Odd' }, []],
    ['after it: it happened all the same', { kind: 'error', at: 'after', status: 400, code: 'Odd' }, ['a']],
  ])('strikes a call %s', async (_, fault, keys) => {
    const { put, bucket, strikes } = await aStruckPut(fault);

    await expect(put('a')).rejects.toMatchObject({ name: 'Odd', $metadata: { httpStatusCode: 400 } });

    expect(bucket.keys()).toEqual(keys);
    expect(strikes()).toBe(1);
    await put('b');
  });

  it('strikes only what it is meant for, as often as it is meant to', async () => {
    const { put, client, strikes } = await aStruckPut({
      ...{ service: 's3', operation: 'PutObject', matches: ({ path }) => path.endsWith('/a'), times: 2 },
      ...{ kind: 'error', at: 'before', status: 400, code: 'Odd' },
    });

    await put('b');
    await expect(client.send(new GetObjectCommand({ Bucket: 'bucket', Key: 'a' }))).rejects.toMatchObject({
      name: 'NoSuchKey',
    });
    await expect(put('a')).rejects.toMatchObject({ name: 'Odd' });
    await expect(put('a')).rejects.toMatchObject({ name: 'Odd' });
    await put('a');

    expect(strikes()).toBe(2);
  });

  it('may delay a call that then goes well', async () => {
    const { put, strikes } = await aStruckPut({ kind: 'delay', delayMs: 20 });

    await put('a');

    expect(strikes()).toBe(1);
  });

  it('is gone when all are cleared', async () => {
    const { put, standIn } = await aStruckPut({ kind: 'reset', at: 'before', times: Number.POSITIVE_INFINITY });

    standIn.faults.clear();

    await put('a');
  });
});
