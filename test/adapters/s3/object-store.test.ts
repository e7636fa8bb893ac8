import type { ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import type { Call } from '../../../infra/local/aws-stand-in/call.ts';
import { createS3Store } from '../../../shared/adapters/s3/object-store.ts';
import { createS3Client } from '../../../shared/adapters/s3/s3-client.ts';
import { parseInstant } from '../../../shared/domain/time/instant.ts';
import { openAwsWorld, startAwsWorld, TEST_CREDENTIALS } from '../../support/aws-world.ts';
import { startLoopbackServer } from '../../support/loopback-server.ts';
import { describeObjectStore, keysOf } from '../contracts/object-store.ts';

describeObjectStore('the S3 store', async () => {
  const { standIn, access, clock, dispose } = await openAwsWorld();
  standIn.s3.create('archive', { createOnlyBelow: [''] });
  const client = createS3Client(access);
  return { store: createS3Store({ client, bucket: 'archive' }), now: clock.now, dispose };
});

const bytes = Buffer.from('report');

async function aStore({ prefix = '' } = {}) {
  const world = await startAwsWorld();
  const bucket = world.standIn.s3.create('archive', { createOnlyBelow: [''] });
  const store = createS3Store({ client: createS3Client(world.access), bucket: 'archive', prefix });
  const put = (key = 'r1/report.pdf') => store.putNew(key, bytes, 'application/pdf');
  return { ...world, bucket, store, put };
}

describe('the S3 store', () => {
  it('keeps the content type and the checksum with the object', async () => {
    const { bucket, put } = await aStore();

    await put();

    expect(bucket.current('r1/report.pdf')).toMatchObject({
      contentType: 'application/pdf',
      checksums: { 'x-amz-checksum-crc32': expect.stringMatching(/=$/) },
    });
  });

  it('dates objects by the clock of S3, in whole seconds', async () => {
    const { store, put } = await aStore();

    await put();

    expect((await store.get('r1/report.pdf'))?.storedAt).toBe(parseInstant('2026-11-20T12:00:00Z'));
  });

  it('lives below its prefix and shows keys without it', async () => {
    const { store, put, bucket } = await aStore({ prefix: 'tenant-a/' });
    bucket.put('tenant-b/r1/x', { bytes, contentType: 'text/plain', checksums: {} });

    await put();

    expect(bucket.keys()).toEqual(['tenant-a/r1/report.pdf', 'tenant-b/r1/x']);
    expect(await keysOf(store, '')).toEqual(['r1/report.pdf']);
    expect(Buffer.from((await store.get('r1/report.pdf'))?.bytes ?? []).toString()).toBe('report');
  });

  it('lists page by page', async () => {
    const { store, bucket, standIn } = await aStore();
    const keys = Array.from({ length: 2001 }, (_, index) => `day/${String(index).padStart(5, '0')}`);
    for (const key of keys) bucket.put(key, { bytes, contentType: 'text/plain', checksums: {} });

    expect(await keysOf(store, 'day/')).toEqual(keys);

    expect(standIn.calls).toEqual(Array.from({ length: 3 }, () => 's3 ListObjectsV2'));
  });
});

it('has at most 24 calls under way, as those that wait in the SDK would run out of time', async () => {
  const held: ServerResponse[] = [];
  let isHolding = true;
  const release = () => {
    isHolding = false;
    for (const response of held) response.end();
  };
  const server = await startLoopbackServer((_, response) => {
    if (!isHolding) response.end();
    else if (held.push(response) === 24) setTimeout(release, 100);
  });
  const access = { region: 'us-east-1', credentials: TEST_CREDENTIALS, endpoint: server.origin };
  const store = createS3Store({ client: createS3Client(access), bucket: 'archive' });

  await Promise.all(Array.from({ length: 100 }, (_, index) => store.putNew(`k${index}`, bytes, 'text/plain')));

  expect(server.seen).toHaveLength(100);
  expect(server.mostAtOnce).toBe(24);
});

describe('a put that meets trouble', () => {
  it('tells a conflict from a key that is taken: nothing has landed', async () => {
    const { standIn, put, bucket } = await aStore();
    const code = 'ConditionalRequestConflict';
    const fault = standIn.faults.add({ service: 's3', kind: 'error', at: 'before', status: 409, code });

    expect(await put()).toBe('conflict');

    expect(fault.strikes()).toBe(1);
    expect(bucket.keys()).toEqual([]);
    expect(await put()).toBe('created');
  });

  it.each([
    ['breaks', { kind: 'reset', at: 'after' }],
    ['is an error', { kind: 'error', at: 'after', status: 500, code: 'InternalError' }],
    ['is a call to slow down', { kind: 'error', at: 'after', status: 503, code: 'SlowDown' }],
  ] as const)('finds its own object in the way when the reply %s', async (_, fault) => {
    const { standIn, put, store } = await aStore();
    standIn.faults.add({ service: 's3', operation: 'PutObject', ...fault });

    expect(await put()).toBe('exists');

    expect(Buffer.from((await store.get('r1/report.pdf'))?.bytes ?? []).toString()).toBe('report');
  });

  it.each([
    ['the connection breaks', { kind: 'reset', at: 'before' }],
    ['S3 fails', { kind: 'error', at: 'before', status: 500, code: 'InternalError' }],
  ] as const)('goes on when %s before anything happened', async (_, fault) => {
    const { standIn, put } = await aStore();
    standIn.faults.add({ service: 's3', operation: 'PutObject', times: 2, ...fault });

    expect(await put()).toBe('created');
  });

  it('says that nobody knows after three attempts', async () => {
    const { standIn, put } = await aStore();
    const fault = standIn.faults.add({ service: 's3', kind: 'reset', at: 'after', times: Number.POSITIVE_INFINITY });

    await expect(put()).rejects.toMatchObject({
      name: 'StoreError',
      retryable: true,
      message: 'Writing r1/report.pdf in bucket archive failed: ECONNRESET. The next run tries again.',
    });
    expect(fault.strikes()).toBe(3);
  });

  it.each([
    [403, 'AccessDenied', /Check the bucket's policy and the function's role/],
    [404, 'NoSuchBucket', /Check the bucket's name and region/],
  ])('asks for a person after %i %s', async (status, code, message) => {
    const { standIn, put } = await aStore();
    standIn.faults.add({ service: 's3', kind: 'error', at: 'before', status, code });

    await expect(put()).rejects.toMatchObject({
      name: 'StoreAccessError',
      retryable: false,
      message: expect.stringMatching(message),
    });
  });

  it('refuses an answer without a date, which S3 never gives', async () => {
    const { store, put, standIn } = await aStore();
    await put();
    standIn.faults.add({ service: 's3', operation: 'GetObject', kind: 'error', at: 'before', status: 200, code: 'x' });

    await expect(store.get('r1/report.pdf')).rejects.toMatchObject({ name: 'StoreError' });
  });
});

describe('a read that meets trouble', () => {
  it.each([
    ['reset', { kind: 'reset', at: 'after' }],
    ['error', { kind: 'error', at: 'before', status: 503, code: 'SlowDown' }],
  ] as const)('goes on after one %s', async (_, fault) => {
    const { store, put, standIn } = await aStore();
    await put();

    standIn.faults.add({ operation: 'GetObject', ...fault });
    expect(Buffer.from((await store.get('r1/report.pdf'))?.bytes ?? []).toString()).toBe('report');
    standIn.faults.add({ operation: 'ListObjectsV2', ...fault });
    expect(await keysOf(store, 'r1/')).toEqual(['r1/report.pdf']);
  });

  it('asks again for a body that broke off', async () => {
    const { store, put, standIn } = await aStore();
    await put();
    const fault = standIn.faults.add({ service: 's3', operation: 'GetObject', kind: 'cut', times: 2 });

    expect(Buffer.from((await store.get('r1/report.pdf'))?.bytes ?? []).toString()).toBe('report');

    expect(fault.strikes()).toBe(2);
  });

  it('gives up on a body that keeps breaking off', async () => {
    const { store, put, standIn } = await aStore();
    await put();
    const fault = standIn.faults.add({ service: 's3', operation: 'GetObject', kind: 'cut', times: 9 });

    await expect(store.get('r1/report.pdf')).rejects.toMatchObject({ name: 'StoreError', retryable: true });

    expect(fault.strikes()).toBe(3);
  });

  it('does not take bytes whose checksum is wrong', async () => {
    const { store, bucket } = await aStore();
    const checksums = { 'x-amz-checksum-crc32': 'AAAAAA==' };
    bucket.put('r1/report.pdf', { bytes, contentType: 'application/pdf', checksums });

    await expect(store.get('r1/report.pdf')).rejects.toMatchObject({ name: 'StoreError' });
  });

  it('says which rights it needs when it is refused', async () => {
    const { store, standIn } = await aStore();
    standIn.faults.add({ service: 's3', kind: 'error', at: 'before', status: 403, code: 'AccessDenied' });

    await expect(store.get('r1/report.pdf')).rejects.toMatchObject({
      name: 'StoreAccessError',
      message: expect.stringContaining('s3:ListBucket'),
    });
  });

  it('says so when a listing fails half-way', async () => {
    const { store, standIn, bucket } = await aStore();
    for (let index = 0; index < 1001; index += 1) bucket.put(`k${index}`, { bytes, contentType: 'x', checksums: {} });
    const secondPage = { matches: (call: Call) => call.query.has('continuation-token'), times: 9 };
    standIn.faults.add({ ...secondPage, kind: 'error', at: 'before', status: 500, code: 'InternalError' });

    await expect(keysOf(store, 'k')).rejects.toMatchObject({
      name: 'StoreError',
      message: expect.stringMatching(/^Listing k in bucket/),
    });
  });
});
