import { hash } from 'node:crypto';
import { createServer } from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderGreenButton } from '../../infra/local/green-button-file.ts';
import type * as Buckets from '../../shared/adapters/files/bucket-tree.ts';
import type * as HttpAgent from '../../shared/adapters/http/http-agent.ts';
import type * as Mime from '../../shared/adapters/mime/mime-bytes.ts';
import { mimeBytes } from '../../shared/adapters/mime/mime-bytes.ts';
import type * as Store from '../../shared/adapters/s3/object-store.ts';
import type * as S3 from '../../shared/adapters/s3/s3-client.ts';
import type * as Secrets from '../../shared/adapters/secrets-manager/secret-reader.ts';
import type * as SecretsClient from '../../shared/adapters/secrets-manager/secrets-client.ts';
import type * as Mailer from '../../shared/adapters/ses/mailer.ts';
import type * as Ses from '../../shared/adapters/ses/ses-client.ts';
import type * as Sources from '../../shared/adapters/sources/open-source.ts';
import type * as Queue from '../../shared/adapters/sqs/report-queue.ts';
import type * as Sqs from '../../shared/adapters/sqs/sqs-client.ts';
import { createSqsClient } from '../../shared/adapters/sqs/sqs-client.ts';
import { describeObjectStore } from '../adapters/contracts/object-store.ts';
import { describeReportQueue } from '../adapters/contracts/report-queue.ts';
import { bundle } from '../bench/measure/bundle.ts';
import { openAwsWorld, startAwsWorld } from '../support/aws-world.ts';
import { drainSqs } from '../support/drain-sqs.ts';
import { createHttpWorld } from '../support/http-world.ts';
import { readDate } from '../support/interval-files.ts';
import { aMail } from '../support/mail-builder.ts';
import { PROJECT_FOLDER } from '../support/synthesised-stack.ts';
import { makeFolder, removeFolder } from '../support/temporary-folder.ts';

const ADAPTERS = [
  'files/bucket-tree',
  'http/http-agent',
  'mime/mime-bytes',
  's3/object-store',
  's3/s3-client',
  'secrets-manager/secret-reader',
  'secrets-manager/secrets-client',
  'ses/mailer',
  'ses/ses-client',
  'sources/open-source',
  'sqs/report-queue',
  'sqs/sqs-client',
];

type Adapters = typeof Buckets &
  typeof HttpAgent &
  typeof Mime &
  typeof Mailer &
  typeof Queue &
  typeof S3 &
  typeof Secrets &
  typeof SecretsClient &
  typeof Ses &
  typeof Sources &
  typeof Sqs &
  typeof Store;

let folder: string;
let bundled: Adapters;

beforeAll(async () => {
  folder = await makeFolder();
  const outfile = path.join(folder, 'adapters.mjs');
  const contents = ADAPTERS.map((name) => `export * from './shared/adapters/${name}.ts';`).join('\n');
  await bundle({ contents, folder: PROJECT_FOLDER, outfile });
  bundled = await import(pathToFileURL(outfile).href);
}, 60_000);
afterAll(() => removeFolder(folder));

// What stands in for parts of the packages must not be missed by the rest of them.

describeObjectStore('the S3 store as it is bundled', async () => {
  const { standIn, access, clock, dispose } = await openAwsWorld();
  standIn.s3.create('archive', { createOnlyBelow: [''] });
  const client = bundled.createS3Client(access);
  return { store: bundled.createS3Store({ client, bucket: 'archive' }), now: clock.now, dispose };
});

describeReportQueue('the SQS queue as it is bundled', async () => {
  const { standIn, access, dispose } = await openAwsWorld();
  const { url: queueUrl } = standIn.sqs.create({ name: 'reports' });
  const queue = bundled.createSqsReportQueue({ client: bundled.createSqsClient(access), queueUrl });
  return { queue, drain: () => drainSqs(createSqsClient(access), queueUrl), dispose };
});

async function aStore() {
  const world = await startAwsWorld();
  const bucket = world.standIn.s3.create('archive', { createOnlyBelow: [''] });
  const store = bundled.createS3Store({ client: bundled.createS3Client(world.access), bucket: 'archive' });
  return { ...world, bucket, store };
}

describe('a bundled client of S3', () => {
  it('signs, and sends a checksum that holds', async () => {
    const { bucket, store } = await aStore();

    await store.putNew('key', Buffer.from('123456789'), 'text/plain');

    // Of these nine digits, whose CRC-32 is known to be CBF43926.
    expect(bucket.current('key')?.checksums).toEqual({ 'x-amz-checksum-crc32': 'y/Q5Jg==' });
  });

  // The first three as the catalogues of CRCs have them.
  it.each([
    ['x-amz-checksum-crc32', 'y/Q5Jg=='],
    ['x-amz-checksum-crc32c', '4waSgw=='],
    ['x-amz-checksum-crc64nvme', 'rosUhgp5mIg='],
    ['x-amz-checksum-sha1', hash('sha1', '123456789', 'base64')],
    ['x-amz-checksum-sha256', hash('sha256', '123456789', 'base64')],
  ])('reads what somebody stored with %s, and refuses it when that does not fit', async (name, checksum) => {
    const { bucket, store } = await aStore();
    const put = (key: string, text: string) =>
      bucket.put(key, { bytes: Buffer.from(text), contentType: 'text/plain', checksums: { [name]: checksum } });
    put('right', '123456789');
    put('wrong', '123456780');

    expect(Buffer.from((await store.get('right'))?.bytes ?? []).toString()).toBe('123456789');
    await expect(store.get('wrong')).rejects.toThrow();
  });

  it('repeats what S3 was too busy for', async () => {
    const { standIn, bucket, store } = await aStore();
    const fault = standIn.faults.add({
      service: 's3',
      kind: 'error',
      at: 'before',
      status: 503,
      code: 'SlowDown',
      times: 2,
    });

    expect(await store.putNew('key', Buffer.from('a'), 'text/plain')).toBe('created');

    expect(fault.strikes()).toBe(2);
    expect(bucket.keys()).toEqual(['key']);
  });

  it('tells what S3 refused by its code', async () => {
    const { standIn, store } = await aStore();
    standIn.faults.add({ service: 's3', kind: 'error', at: 'before', status: 403, code: 'AccessDenied' });

    await expect(store.get('key')).rejects.toThrow(/AccessDenied/);
  });
});

describe('other bundled clients', () => {
  it('read a secret, and tell why one cannot be read', async () => {
    const { standIn, access, clock } = await startAwsWorld();
    standIn.secrets.put('curb', '{"apiKey":"canary-key"}');
    const client = bundled.createSecretsClient(access);
    const read = (secretId: string) => bundled.createSecretReader({ client, secretId, clock }).read();

    const credentials = await read('curb');

    expect(credentials.kind === 'api-key' ? credentials.apiKey.reveal() : '').toBe('canary-key');
    await expect(read('nobody')).rejects.toThrow(/ResourceNotFoundException/);
  });

  it('mail the very bytes that the source writes, once, and know a refusal', async () => {
    const { standIn, access } = await startAwsWorld();
    standIn.ses.createConfigurationSet('reports');
    const mailer = bundled.createSesMailer({
      client: bundled.createSesClient(access),
      configurationSet: 'reports',
      toMime: bundled.mimeBytes,
      withoutAttachments: (mail) => mail,
    });
    const mail = aMail({ to: 'owner@bücher.example', subject: 'Łódź: 12 kWh' });

    expect(await mailer.send(mail)).toMatchObject({ outcome: 'accepted' });
    standIn.faults.add({ service: 'ses', kind: 'error', at: 'before', status: 400, code: 'MessageRejected' });
    expect(await mailer.send(mail)).toMatchObject({ outcome: 'refused', code: 'MessageRejected' });

    expect(standIn.ses.sent).toHaveLength(1);
    expect(standIn.ses.sent[0]?.raw.equals(await mimeBytes(mail))).toBe(true);
  });

  it('ask a source by undici, whose assertions hold', async () => {
    const server = createServer((_, response) => response.setHeader('X-Own', 'a').end('{}')).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const address = server.address();
    const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
    const agent = bundled.createHttpAgent();

    const { headers, body } = await agent.request({ origin, path: '/', method: 'POST', body: '{}' });

    expect(headers).toMatchObject({ 'x-own': 'a', 'content-length': '2' });
    expect(await body.json()).toEqual({});
    await expect((async () => body.json())()).rejects.toMatchObject({ code: 'ERR_ASSERTION' });
    await agent.close();
    server.close();
  });
});

describe('a bundled source that is loaded late', () => {
  it('reads Green Button files of a bucket', async () => {
    const { standIn, access } = await startAwsWorld();
    const { http, clock } = createHttpWorld();
    const startSeconds = Date.parse('2026-11-19T05:00:00Z') / 1000;
    const readings = Array.from({ length: 24 }, (_, hour) => ({
      startSeconds: startSeconds + hour * 3600,
      energyWh: 1000,
    }));
    const files = {
      'location.json': '{ "timeZone": "America/New_York" }',
      'main.xml': renderGreenButton({
        usagePointId: 'main',
        tzOffsetSeconds: -18_000,
        series: [{ flowDirection: 1, intervalSeconds: 3600, readings }],
      }),
    };
    const bucket = standIn.s3.create('meters');
    for (const [name, text] of Object.entries(files)) {
      bucket.put(`homes/house/${name}`, { bytes: Buffer.from(text), contentType: 'text/plain', checksums: {} });
    }
    const settings = { kind: 'files', fleets: ['homes'], settings: { location: 's3://meters' } };
    const openTree = bundled.filesInBuckets(bundled.createS3Client(access));

    const source = bundled.openSourceWithoutSecret('meters', settings, { http, clock, openTree });

    const house = await source.openLocation({ source: 'meters', fleet: 'homes', id: 'house' });
    const { energyKWhByRegister } = await readDate(house, '2026-11-19');
    expect([...energyKWhByRegister.values()]).toEqual([24]);
    expect((await source.listLocations('homes')).locations).toHaveLength(1);
  });
});
