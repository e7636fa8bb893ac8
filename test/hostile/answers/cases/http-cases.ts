import type { ServerResponse } from 'node:http';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { type Asked, caseAt, type Ending, type Endpoint, type HostileCase, type Reply } from '../reply.ts';

const MEGABYTE = Buffer.alloc(1 << 20, 'a');
const PERSON = '{"error":"canary-person Ada Lovelace, 12 canary-street"}';

const STATUSES = [
  201, 202, 203, 204, 205, 206, 207, 226, 300, 400, 401, 402, 403, 405, 406, 407, 408, 409, 410, 411, 412, 413, 414,
  415, 418, 421, 422, 423, 425, 426, 428, 429, 431, 451, 499, 500, 501, 502, 503, 504, 505, 507, 508, 511, 520, 599,
  600, 999,
];

/** A success of another number is one if it says what a success says. */
const isSuccess = (status: number) => status < 300 && status !== 204;

const STATUS_CASES = STATUSES.flatMap((status) => [
  caseAt('aggregate', `status ${status} about somebody`, () => ({ status, body: PERSON }), 'refused'),
  ...(isSuccess(status)
    ? [caseAt('historical', `status ${status} with the answer`, ({ base }) => ({ status, body: base }), 'same')]
    : [caseAt('historical', `status ${status} with the answer`, ({ base }) => ({ status, body: base }), 'refused')]),
]);

const ELSEWHERE: readonly ((asked: Asked) => string)[] = [
  ({ other }) => `http://${other}/api/curb/location`,
  ({ other }) => `https://${other}/`,
  ({ other }) => `//${other}/`,
  ({ other }) => `\\\\${other}/`,
  ({ host, other }) => `http://${host}@${other}/`,
  ({ url }) => url.href,
  ({ url }) => `${url.pathname}?page=2`,
  () => 'http://169.254.169.254/latest/meta-data/iam/security-credentials/',
  () => 'http://[fd00:ec2::254]/latest/meta-data/',
  () => 'http://[::ffff:169.254.169.254]/',
  () => 'http://2852039166/latest/meta-data/',
  () => 'http://metadata.google.internal/computeMetadata/v1/',
  () => 'http://169.254.170.2/v2/credentials',
  () => 'http://127.0.0.1:22/',
  () => 'http://localhost:9001/2018-06-01/runtime/invocation/next',
  () => 'file:///proc/self/environ',
  () => 'javascript:alert(1)',
  () => 'data:application/json,{}',
  () => 'gopher://127.0.0.1:25/',
  () => 'not a place at all',
  () => '',
];

const REDIRECTS = ELSEWHERE.map((place, index) =>
  caseAt(
    (['aggregate', 'token', 'list', 'location'] as const)[index % 4] ?? 'aggregate',
    `redirect ${[301, 302, 303, 307, 308][index % 5]} to ${index}`,
    (asked) => ({ status: [301, 302, 303, 307, 308][index % 5] ?? 302, body: '', headers: { location: place(asked) } }),
    'refused',
  ),
);

/** Sends again and again for as long as the other side takes it. */
function flood(response: ServerResponse, piece: Buffer, beginning = ''): void {
  response.write(beginning);
  const more = () => {
    while (!response.destroyed && response.write(piece));
  };
  response.on('drain', more);
  more();
}

/** A few bytes at a time, for ever or to the end. */
function drip(response: ServerResponse, text: string): void {
  let at = 0;
  const timer = setInterval(() => {
    response.write(text.charAt(at % text.length));
    at += 1;
  }, 50);
  response.on('close', () => clearInterval(timer));
}

type Act = (response: ServerResponse, asked: Asked) => void;
const BODIES: readonly (readonly [string, Act])[] = [
  ['an endless text', (response) => flood(response, MEGABYTE, '{"results":["')],
  ['an endless list', (response) => flood(response, Buffer.from('0,'.repeat(500_000)), '{"results":[')],
  ['endless white space', (response) => flood(response, Buffer.alloc(1 << 20, ' '))],
  ['200 MB announced', (response) => response.writeHead(200, { 'content-length': '200000000' }).flushHeaders()],
  ['one byte more than is read', (response) => response.writeHead(200, { 'content-length': '5000001' }).flushHeaders()],
  ['a gzip bomb', (response) => flood(response.writeHead(200, { 'content-encoding': 'gzip' }), gzipSync(MEGABYTE))],
  [
    'a deflate bomb',
    (response) => flood(response.writeHead(200, { 'content-encoding': 'deflate' }), deflateSync(MEGABYTE)),
  ],
  [
    'a brotli bomb',
    (response) => flood(response.writeHead(200, { 'content-encoding': 'br' }), brotliCompressSync(MEGABYTE)),
  ],
  ['a zstd bomb', (response) => flood(response.writeHead(200, { 'content-encoding': 'zstd' }), MEGABYTE)],
  [
    'a chain of encodings',
    (response) => response.writeHead(200, { 'content-encoding': `${'gzip, '.repeat(500)}gzip` }).end(),
  ],
  [
    'an honest gzip',
    (response, { base }) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(base)),
  ],
  [
    'an encoding that is none',
    (response, { base }) => response.writeHead(200, { 'content-encoding': 'canary' }).end(base),
  ],
  ['a byte now and then, of the answer', (response, { base }) => drip(response, base)],
  ['a byte now and then, of nothing', (response) => drip(response, ' ')],
  ['headers and then nothing', (response) => response.writeHead(200).flushHeaders()],
  ['a beginning and then nothing', (response, { base }) => void response.write(base.slice(0, 50))],
  [
    'half, and a reset',
    (response, { base }) => response.write(base.slice(0, 90), () => response.socket?.resetAndDestroy()),
  ],
  ['no answer, and a reset', (response) => void response.socket?.resetAndDestroy()],
  ['no answer for ever', () => {}],
];

const BODY_CASES = BODIES.flatMap(([name, act], index) => {
  const also = (['token', 'location', 'register', 'list'] as const)[index % 4] ?? 'token';
  return (['historical', also] as const).map((at: Endpoint) =>
    caseAt(at, name, (asked) => ({ act: (response) => act(response, asked) }), 'refused'),
  );
});

const HEADERS: readonly (readonly [string, Record<string, string | string[]>, Ending])[] = [
  ['no JSON by its name', { 'content-type': 'text/html' }, 'same'],
  ['a picture by its name', { 'content-type': 'image/png' }, 'same'],
  ['a type of nonsense', { 'content-type': ';;;=' }, 'same'],
  ['another alphabet', { 'content-type': 'application/json; charset=utf-16' }, 'same'],
  ['a seven-bit alphabet', { 'content-type': 'application/json; charset=utf-7' }, 'same'],
  ['the encoding identity', { 'content-encoding': 'identity' }, 'same'],
  ['an empty encoding', { 'content-encoding': '' }, 'same'],
  ['a cookie', { 'set-cookie': 'session=canary; Domain=.example.com' }, 'same'],
  ['a refresh', { refresh: '0; url=http://169.254.169.254/' }, 'same'],
  ['a location without a redirect', { location: 'http://169.254.169.254/' }, 'same'],
  ['a header named __proto__', { ['__proto__x']: 'polluted', constructor: 'polluted' }, 'same'],
  ['a wish to be left alone', { 'retry-after': '99999999999' }, 'same'],
  ['a part of the answer', { 'content-range': 'bytes 0-9/1000' }, 'same'],
];

const WAITS = [
  '0',
  '-1',
  '1e99',
  '86400',
  '99999999999999999999',
  'Fri, 31 Dec 9999 23:59:59 GMT',
  'tomorrow',
  '',
  '0x10',
  '٣',
];

export const HTTP_CASES: readonly HostileCase[] = [
  ...STATUS_CASES,
  ...REDIRECTS,
  ...BODY_CASES,
  ...HEADERS.map(([name, headers, ending]) =>
    caseAt('aggregate', name, ({ base }): Reply => ({ body: base, headers }), ending),
  ),
  ...WAITS.map((wait) =>
    caseAt(
      'historical',
      `429 for ${wait}`,
      () => ({ status: 429, body: PERSON, headers: { 'retry-after': latin(wait) } }),
      'refused',
    ),
  ),
];

const latin = (text: string) => Buffer.from(text).toString('latin1');
