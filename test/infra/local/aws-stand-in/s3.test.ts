import { Readable } from 'node:stream';
import {
  CreateBucketCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type PutObjectCommandInput,
} from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { createS3Client } from '../../../../shared/adapters/s3/s3-client.ts';
import { startAwsWorld } from '../../../support/aws-world.ts';

async function aBucket() {
  const world = await startAwsWorld();
  const bucket = world.standIn.s3.create('bucket');
  const client = createS3Client(world.access);
  const put = (Key: string, Body: string | Readable, more: Partial<PutObjectCommandInput> = {}) =>
    client.send(new PutObjectCommand({ Bucket: 'bucket', Key, Body, ...more }));
  const get = async (Key: string, more: { VersionId?: string; IfMatch?: string; IfNoneMatch?: string } = {}) => {
    const answer = await client.send(new GetObjectCommand({ Bucket: 'bucket', Key, ...more }));
    return { ...answer, text: (await answer.Body?.transformToString()) ?? '' };
  };
  return { ...world, bucket, client, put, get };
}

const refusal = (httpStatusCode: number, name: string) => ({ name, $metadata: { httpStatusCode } });

describe('the S3 stand-in', () => {
  it('gives back what it was given', async () => {
    const { put, get } = await aBucket();

    const { ETag } = await put('a/b c+ü%.txt', 'hello', { ContentType: 'text/plain' });

    expect(await get('a/b c+ü%.txt')).toMatchObject({
      text: 'hello',
      ETag,
      ContentType: 'text/plain',
      ContentLength: 5,
      LastModified: new Date('2026-11-20T12:00:00Z'),
    });
  });

  it('answers a head without a body, and knows nothing of what is not there', async () => {
    const { client, put, get } = await aBucket();
    await put('a', 'hello');

    const head = await client.send(new HeadObjectCommand({ Bucket: 'bucket', Key: 'a' }));
    expect(head).toMatchObject({ ContentLength: 5, LastModified: new Date('2026-11-20T12:00:00Z') });
    const absent = client.send(new HeadObjectCommand({ Bucket: 'bucket', Key: 'b' }));
    await expect(absent).rejects.toMatchObject(refusal(404, 'NotFound'));
    await expect(get('b')).rejects.toMatchObject(refusal(404, 'NoSuchKey'));
    await expect(get('a', { VersionId: 'v9' })).rejects.toMatchObject(refusal(404, 'NoSuchVersion'));
  });

  it('keeps versions', async () => {
    const { put, get } = await aBucket();
    const { VersionId = '' } = await put('a', 'first');
    await put('a', 'second');

    expect((await get('a')).text).toBe('second');
    expect((await get('a', { VersionId })).text).toBe('first');
  });

  it('has the buckets that it was given or asked for', async () => {
    const { client } = await aBucket();
    const head = () => client.send(new HeadBucketCommand({ Bucket: 'another' }));

    await expect(head()).rejects.toMatchObject(refusal(404, 'NotFound'));
    await client.send(new CreateBucketCommand({ Bucket: 'another' }));
    await head();
    await client.send(new PutObjectCommand({ Bucket: 'another', Key: 'a', Body: 'x' }));
    await client.send(new CreateBucketCommand({ Bucket: 'another' }));
    await client.send(new GetObjectCommand({ Bucket: 'another', Key: 'a' }));
  });

  it('says what it lacks', async () => {
    const { client } = await aBucket();
    const remove = client.send(new DeleteObjectCommand({ Bucket: 'bucket', Key: 'a' }));

    await expect(remove).rejects.toMatchObject({
      ...refusal(501, 'NotImplemented'),
      message: 'The stand-in has no DELETE on object.',
    });
  });
});

describe('a conditional request', () => {
  it('creates an object once', async () => {
    const { put, get } = await aBucket();

    await put('a', 'first', { IfNoneMatch: '*' });
    await expect(put('a', 'second', { IfNoneMatch: '*' })).rejects.toMatchObject(refusal(412, 'PreconditionFailed'));

    expect((await get('a')).text).toBe('first');
  });

  it('replaces exactly what was read', async () => {
    const { put, get } = await aBucket();
    await expect(put('a', 'x', { IfMatch: '"0"' })).rejects.toMatchObject(refusal(404, 'NoSuchKey'));
    const { ETag = '' } = await put('a', 'first');

    await put('a', 'second', { IfMatch: ETag });
    await expect(put('a', 'third', { IfMatch: ETag })).rejects.toMatchObject(refusal(412, 'PreconditionFailed'));

    expect((await get('a')).text).toBe('second');
  });

  it('spares what has not changed, and refuses what has', async () => {
    const { put, get } = await aBucket();
    const { ETag = '' } = await put('a', 'first');

    await expect(get('a', { IfNoneMatch: ETag })).rejects.toMatchObject({ $metadata: { httpStatusCode: 304 } });
    expect((await get('a', { IfMatch: ETag })).text).toBe('first');
    await put('a', 'second');
    expect((await get('a', { IfNoneMatch: ETag })).text).toBe('second');
    await expect(get('a', { IfMatch: ETag })).rejects.toMatchObject(refusal(412, 'PreconditionFailed'));
  });

  it('is demanded below the prefixes that a policy names', async () => {
    const { put, standIn } = await aBucket();
    standIn.s3.create('bucket', { createOnlyBelow: ['ledger/'] });

    await expect(put('ledger/a', 'x')).rejects.toMatchObject(refusal(403, 'AccessDenied'));
    await put('ledger/a', 'x', { IfNoneMatch: '*' });
    await put('control/a', 'x');
  });
});

describe('the bytes of an object', () => {
  it('may come as a stream, in chunks with a checksum behind them', async () => {
    const { put, get, bucket } = await aBucket();
    const pieces = Array.from({ length: 5 }, (_, index) => Buffer.alloc(70_000, 97 + index));

    await put('a', Readable.from(pieces), { ContentLength: 350_000 });

    expect((await get('a')).text).toBe(Buffer.concat(pieces).toString());
    expect(bucket.current('a')?.checksums).toHaveProperty('x-amz-checksum-crc32');
  });

  it.each([
    ['ChecksumSHA256', 'x'.repeat(43).concat('=')],
    ['ChecksumSHA1', 'x'.repeat(27).concat('=')],
    ['ChecksumCRC32', 'AAAAAA=='],
    ['ContentMD5', 'x'.repeat(22).concat('==')],
  ])('are refused when they do not fit their %s', async (member, value) => {
    const { put, bucket } = await aBucket();

    await expect(put('a', 'hello', { [member]: value })).rejects.toMatchObject(refusal(400, 'BadDigest'));

    expect(bucket.keys()).toEqual([]);
  });

  it('may be checked by SHA-256', async () => {
    const { put, bucket } = await aBucket();

    await put('a', 'hello', { ChecksumAlgorithm: 'SHA256' });

    expect(bucket.current('a')?.checksums).toEqual({
      'x-amz-checksum-sha256': 'LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=',
    });
  });

  it('have a name of at most 1024 bytes', async () => {
    const { put } = await aBucket();

    await put('ü'.repeat(512), 'x');
    await expect(put('ü'.repeat(512).concat('x'), 'x')).rejects.toMatchObject(refusal(400, 'KeyTooLongError'));
  });
});

describe('a listing', () => {
  it('rolls the keys up that have a slash in common, over pages too', async () => {
    const { client, bucket } = await aBucket();
    for (const key of ['a/1', 'b/', 'b/x/1', 'b/x/2', 'b/y', 'b/z/1']) {
      bucket.put(key, { bytes: Buffer.from(key), contentType: 'text/plain', checksums: {} });
    }
    const list = async (more: { MaxKeys?: number; ContinuationToken?: string }) => {
      const request = { Bucket: 'bucket', Prefix: 'b/', Delimiter: '/', ...more };
      const page = await client.send(new ListObjectsV2Command(request));
      const names = [page.Contents?.map(({ Key }) => Key), page.CommonPrefixes?.map(({ Prefix }) => Prefix)];
      return { names, next: page.NextContinuationToken };
    };

    expect(await list({})).toEqual({
      names: [
        ['b/', 'b/y'],
        ['b/x/', 'b/z/'],
      ],
      next: undefined,
    });
    const first = await list({ MaxKeys: 2 });
    expect(first.names).toEqual([['b/'], ['b/x/']]);
    expect((await list({ ContinuationToken: first.next ?? '' })).names).toEqual([['b/y'], ['b/z/']]);
  });

  it('goes by prefix, start and page size, in the order of UTF-8', async () => {
    const { client, bucket } = await aBucket();
    for (const key of ['b/2', 'b/10', 'b/\u{1f600}', 'b/\uffee', 'a', 'c']) {
      bucket.put(key, { bytes: Buffer.from('x'), contentType: 'text/plain', checksums: {} });
    }
    const list = async (more: { StartAfter?: string; MaxKeys?: number; ContinuationToken?: string }) => {
      const page = await client.send(new ListObjectsV2Command({ Bucket: 'bucket', Prefix: 'b/', ...more }));
      return { keys: page.Contents?.map(({ Key }) => Key), next: page.NextContinuationToken, more: page.IsTruncated };
    };

    expect(await list({})).toEqual({ keys: ['b/10', 'b/2', 'b/\uffee', 'b/\u{1f600}'], next: undefined, more: false });
    expect((await list({ StartAfter: 'b/10' })).keys).toEqual(['b/2', 'b/\uffee', 'b/\u{1f600}']);
    const first = await list({ MaxKeys: 3 });
    expect(first).toMatchObject({ keys: ['b/10', 'b/2', 'b/\uffee'], more: true });
    const rest = await list({ ContinuationToken: first.next ?? '' });
    expect(rest).toEqual({ keys: ['b/\u{1f600}'], next: undefined, more: false });
    expect((await list({ StartAfter: 'c' })).keys).toBeUndefined();
  });

  it('makes names safe that would break its XML, and dates in whole seconds', async () => {
    const { client, bucket } = await aBucket();
    bucket.put('<a>&"b"', { bytes: Buffer.from('x'), contentType: 'text/plain', checksums: {} });

    const { Contents } = await client.send(new ListObjectsV2Command({ Bucket: 'bucket' }));

    const LastModified = new Date('2026-11-20T12:00:00Z');
    expect(Contents).toMatchObject([{ Key: '<a>&"b"', Size: 1, LastModified }]);
  });
});
