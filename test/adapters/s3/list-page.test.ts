import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { listPage, parseListing } from '../../../shared/adapters/s3/list-page.ts';
import { createS3Client } from '../../../shared/adapters/s3/s3-client.ts';
import { startAwsWorld, TEST_CREDENTIALS } from '../../support/aws-world.ts';
import { startLoopbackServer } from '../../support/loopback-server.ts';

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#13;');
const listing = (keys: readonly string[], more = '') =>
  `<?xml version="1.0"?><ListBucketResult><Name>b</Name>${more}${keys.map((key) => `<Contents><Key>${escaped(key)}</Key><Size>3</Size></Contents>`).join('')}</ListBucketResult>`;

async function aServer(answers: readonly (readonly [status: number, body: string])[]) {
  let asked = 0;
  const server = await startLoopbackServer((_, response) => {
    const [status, body] = answers[Math.min(asked, answers.length - 1)] ?? [500, ''];
    asked += 1;
    response.writeHead(status, { 'content-type': 'application/xml' });
    response.end(body);
  });
  const client = createS3Client({ region: 'eu-central-1', credentials: TEST_CREDENTIALS, endpoint: server.origin });
  return { list: () => listPage({ client, bucket: 'b', prefix: '', after: undefined }), asked: () => asked };
}

describe('a page of keys', () => {
  test.prop([fc.array(fc.string({ unit: 'grapheme', minLength: 1 }))])(
    'holds the very keys, whatever they are',
    (keys) => {
      expect(parseListing(listing(keys))).toEqual({ keys, next: undefined });
    },
  );

  it('leads to the next one', () => {
    const more = '<IsTruncated>true</IsTruncated><NextContinuationToken>a&amp;b/1==</NextContinuationToken>';
    expect(parseListing(listing(['x'], more))).toEqual({ keys: ['x'], next: 'a&b/1==' });
  });

  it('is what a bucket lists, from where the page before ended', async () => {
    const { access, standIn } = await startAwsWorld();
    const bucket = standIn.s3.create('b');
    const keys = Array.from({ length: 1_001 }, (_, index) => `a&<ü>/${10_000 + index}`);
    for (const key of keys) bucket.put(key, { bytes: Buffer.from('x'), contentType: 'text/plain', checksums: {} });
    const client = createS3Client(access);

    const first = await listPage({ client, bucket: 'b', prefix: 'a', after: undefined });
    const second = await listPage({ client, bucket: 'b', prefix: 'a', after: first.next });

    expect([...first.keys, ...second.keys]).toEqual(keys);
    expect(second.next).toBeUndefined();
  });

  it('is asked for again when the service is in trouble', async () => {
    const { list, asked } = await aServer([
      [503, '<Error><Code>SlowDown</Code></Error>'],
      [200, listing(['x'])],
    ]);
    expect(await list()).toEqual({ keys: ['x'], next: undefined });
    expect(asked()).toBe(2);
  });

  it('is refused as the service says', async () => {
    const { list } = await aServer([[403, '<Error><Code>AccessDenied</Code></Error>']]);
    await expect(list()).rejects.toMatchObject({ name: 'AccessDenied' });
  });
});
