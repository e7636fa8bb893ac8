import { ListObjectsV2Command, type S3Client } from '@aws-sdk/client-s3';

export interface ListRequest {
  readonly client: S3Client;
  readonly bucket: string;
  readonly prefix: string;
  /** Where the page before ended; undefined for the first one. */
  readonly after: string | undefined;
}

/** A thousand keys at most, in ascending order. */
export interface ListPage {
  readonly keys: readonly string[];
  /** Undefined at the end. */
  readonly next: string | undefined;
}

/**
 * Lists a page of keys, and nothing else about the objects: the SDK makes a date, a number and three texts of each, which
 * takes five times as long. Signing, retries and errors are the SDK's.
 */
export async function listPage({ client, bucket, prefix, after }: ListRequest): Promise<ListPage> {
  const list = new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix, ContinuationToken: after });
  let page: ListPage | undefined;
  const readKeys =
    <Call, Result extends { readonly response: unknown }>(next: (call: Call) => Promise<Result>) =>
    async (call: Call): Promise<Result> => {
      const result = await next(call);
      const { response } = result;
      if (!isAnswer(response) || response.statusCode !== 200) return result;
      const body = await bytesOf(response.body);
      page = parseListing(body.toString('utf8'));
      Object.assign(response, { body: page === undefined ? body : NOTHING_LISTED });
      return result;
    };
  const place = { name: 'keysOfListing', relation: 'after', toMiddleware: 'deserializerMiddleware' } as const;
  list.middlewareStack.addRelativeTo(readKeys, place);
  const { Contents: contents = [], NextContinuationToken: next } = await client.send(list);
  return page ?? { keys: contents.flatMap(({ Key: key }) => key ?? []), next };
}

const NOTHING_LISTED = Buffer.from('<ListBucketResult/>');

interface Answer {
  readonly statusCode: number;
  readonly body: AsyncIterable<Uint8Array>;
}

function isAnswer(value: unknown): value is Answer {
  if (typeof value !== 'object' || value === null || !('statusCode' in value) || !('body' in value)) return false;
  const { body } = value;
  return typeof body === 'object' && body !== null && Symbol.asyncIterator in body;
}

async function bytesOf(body: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Undefined for what is no listing. */
export function parseListing(xml: string): ListPage | undefined {
  if (!/<ListBucketResult\b/.test(xml)) return undefined;
  const keys: string[] = [];
  for (const [, key = ''] of xml.matchAll(/<Key>([^<]*)<\/Key>/g)) keys.push(unescaped(key));
  const next = /<NextContinuationToken>([^<]+)<\/NextContinuationToken>/.exec(xml)?.[1];
  return { keys, next: next === undefined ? undefined : unescaped(next) };
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    return String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
  });
}
