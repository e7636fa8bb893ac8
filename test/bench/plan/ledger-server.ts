import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createKeyIndex } from './key-index.ts';

/**
 * A bucket and a queue on loopback that bear a million reports: what planning calls of S3 and SQS, told apart and counted, and
 * a short cut by which a tick has its reports finished at once.
 */
export async function startLedgerServer() {
  const objects = new Map<string, Buffer>();
  const keys = createKeyIndex();
  let calls: Record<string, number> = {};
  const put = (key: string, bytes: Buffer) => {
    objects.set(key, bytes);
    keys.add(key);
  };
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://bench');
    const body = await bodyOf(request);
    const count = (name: string) => {
      calls[name] = (calls[name] ?? 0) + 1;
    };
    if (url.pathname === '/finish') {
      for (const key of body.toString().split('\n')) if (key !== '') put(key, EMPTY);
      response.end();
    } else if (request.headers['x-amz-target'] !== undefined) {
      count('SQS SendMessageBatch');
      response.setHeader('content-type', 'application/x-amz-json-1.0');
      response.end(sentAnswer(body.toString()));
    } else if (url.searchParams.has('list-type')) {
      count('S3 ListObjectsV2');
      const token = url.searchParams.get('continuation-token');
      response.setHeader('content-type', 'application/xml');
      response.end(listAnswer(keys.page(url.searchParams.get('prefix') ?? '', token, 1_000)));
    } else {
      const key = decodeURIComponent(url.pathname.slice('/ledger/'.length));
      count(request.method === 'PUT' ? 'S3 PutObject' : 'S3 GetObject');
      const known = objects.get(key);
      if (request.method === 'PUT') {
        if (known === undefined) put(key, body);
        response.statusCode = known === undefined ? 200 : 412;
        response.end(known === undefined ? '' : '<Error><Code>PreconditionFailed</Code></Error>');
      } else {
        response.statusCode = known === undefined ? 404 : 200;
        response.setHeader('last-modified', 'Fri, 20 Nov 2026 12:00:00 GMT');
        response.end(known ?? '<Error><Code>NoSuchKey</Code></Error>');
      }
    }
  });
  // A child thinks for longer than a connection is kept open by default.
  server.keepAliveTimeout = 3_600_000;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** What was called since this was asked last. */
    takeCalls() {
      const taken = calls;
      calls = {};
      return taken;
    },
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

const EMPTY = Buffer.from('{}\n');

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function listAnswer({ keys, next }: { readonly keys: readonly string[]; readonly next: string | undefined }): string {
  const contents = keys.map(
    (key) =>
      `<Contents><Key>${key}</Key><LastModified>2026-11-20T12:00:00.000Z</LastModified><ETag>&quot;9a0364b9e99bb480dd25e1f0284c8555&quot;</ETag><Size>3</Size><StorageClass>STANDARD</StorageClass></Contents>`,
  );
  const more = next === undefined ? '' : `<NextContinuationToken>${next}</NextContinuationToken>`;
  return `<?xml version="1.0" encoding="UTF-8"?><ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>ledger</Name><KeyCount>${keys.length}</KeyCount><MaxKeys>1000</MaxKeys><IsTruncated>${next !== undefined}</IsTruncated>${more}${contents.join('')}</ListBucketResult>`;
}

function sentAnswer(body: string): string {
  const { Entries } = JSON.parse(body) as { Entries: { Id: string; MessageBody: string }[] };
  const Successful = Entries.map(({ Id, MessageBody }) => ({
    Id,
    MessageId: `00000000-0000-0000-0000-${Id.padStart(12, '0')}`,
    MD5OfMessageBody: createHash('md5').update(MessageBody).digest('hex'),
  }));
  return JSON.stringify({ Successful, Failed: [] });
}
