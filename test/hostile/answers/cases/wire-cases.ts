import { caseAt, type Ending, type HostileCase, type Reply } from '../reply.ts';

const OK = 'HTTP/1.1 200 OK\r\n';
const JSON_TYPE = 'content-type: application/json\r\n';

/** Answers that are no HTTP, or not the HTTP that they say they are; told as the bytes on the wire, with `$` for the honest body. */
const WIRE: readonly (readonly [string, string, Ending?, ('end' | 'destroy' | 'stay')?])[] = [
  ['another protocol', 'SSH-2.0-OpenSSH_9.6\r\n'],
  ['mail', '220 mail.example.com ESMTP\r\n'],
  ['a TLS alert', '\x15\x03\x01\x00\x02\x02\x28'],
  ['noughts', '\0'.repeat(4_000)],
  ['nothing', ''],
  ['nothing, and a reset', '', 'refused', 'destroy'],
  ['nothing for ever', '', 'refused', 'stay'],
  ['a line that never ends', 'HTTP/1.1 200 ', 'refused', 'stay'],
  ['HTTP of 1991', '$'],
  ['HTTP 2 without asking', 'HTTP/2.0 200 OK\r\n\r\n{}'],
  ['HTTP 9', 'HTTP/9.9 200 OK\r\n\r\n{}'],
  ['a status of words', 'HTTP/1.1 OK\r\n\r\n{}'],
  ['a status of two digits', 'HTTP/1.1 20 OK\r\n\r\n{}'],
  ['a status of four digits', 'HTTP/1.1 2000 OK\r\n\r\n{}'],
  ['a negative status', 'HTTP/1.1 -200 OK\r\n\r\n{}'],
  ['headers without a colon', `${OK}content-length 2\r\n\r\n{}`],
  ['a header without a name', `${OK}: x\r\n\r\n{}`],
  ['a header with a nought', `${OK}x: a\0b\r\n\r\n{}`],
  ['a header with a bare CR', `${OK}x: a\rb: c\r\n\r\n{}`],
  ['a folded header', `${OK}x: a\r\n b\r\ncontent-length: 9\r\n\r\n{}`],
  ['an endless header', `${OK}x: ${'x'.repeat(300_000)}`, 'refused', 'stay'],
  ['ten thousand headers', `${OK}${'x: y\r\n'.repeat(10_000)}\r\n{}`],
  ['headers that never end', `${OK}${JSON_TYPE}`, 'refused', 'stay'],
  ['headers that break off', `${OK}${JSON_TYPE}`, 'refused', 'destroy'],
  ['two lengths', `${OK}content-length: 2\r\ncontent-length: 3\r\n\r\n{}`],
  ['a list of lengths', `${OK}content-length: 2, 3\r\n\r\n{}`],
  ['a negative length', `${OK}content-length: -2\r\n\r\n{}`],
  ['a length of words', `${OK}content-length: two\r\n\r\n{}`],
  ['a hexadecimal length', `${OK}content-length: 0x2\r\n\r\n{}`],
  ['a length with a sign', `${OK}content-length: +2\r\n\r\n{}`],
  ['a length that overflows', `${OK}content-length: 99999999999999999999\r\n\r\n{}`],
  ['a length and chunks', `${OK}content-length: 2\r\ntransfer-encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n`],
  ['too little of its length', `${OK}content-length: 999999\r\n\r\n$`],
  ['too little of its length, and waits', `${OK}content-length: 999999\r\n\r\n$`, 'refused', 'stay'],
  ['too little of its length, and resets', `${OK}content-length: 999999\r\n\r\n$`, 'refused', 'destroy'],
  ['no length, and an honest end', `${OK}${JSON_TYPE}connection: close\r\n\r\n$`, 'same'],
  ['no length, and a reset', `${OK}${JSON_TYPE}\r\n{`, 'refused', 'destroy'],
  ['a length of zero', `${OK}content-length: 0\r\n\r\n$`],
  ['a chunk of words', `${OK}transfer-encoding: chunked\r\n\r\nzz\r\n{}`],
  ['a negative chunk', `${OK}transfer-encoding: chunked\r\n\r\n-2\r\n{}\r\n0\r\n\r\n`],
  ['a chunk of 2^64', `${OK}transfer-encoding: chunked\r\n\r\nffffffffffffffffff\r\n{}`],
  ['an unfinished chunk', `${OK}transfer-encoding: chunked\r\n\r\n5\r\n{}`],
  ['chunks without the last', `${OK}transfer-encoding: chunked\r\n\r\n2\r\n{}\r\n`],
  ['chunks without the last, and waits', `${OK}transfer-encoding: chunked\r\n\r\n2\r\n{}\r\n`, 'refused', 'stay'],
  ['a chunk that is longer than it says', `${OK}transfer-encoding: chunked\r\n\r\n1\r\n{}\r\n0\r\n\r\n`],
  ['a chunk with an endless extension', `${OK}transfer-encoding: chunked\r\n\r\n2;${'x'.repeat(200_000)}`],
  [
    'an endless trailer',
    `${OK}transfer-encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\nx: ${'y'.repeat(300_000)}`,
    'refused',
    'stay',
  ],
  ['another transfer encoding', `${OK}transfer-encoding: gzip\r\n\r\n{}`],
  ['chunked twice', `${OK}transfer-encoding: chunked, chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n`],
  ['100 for ever', 'HTTP/1.1 100 Continue\r\n\r\n', 'refused', 'stay'],
  ['101 and another protocol', 'HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: upgrade\r\n\r\n'],
  ['103 without an end', 'HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\n', 'refused', 'stay'],
];

export const WIRE_CASES: readonly HostileCase[] = WIRE.flatMap(
  ([name, bytes, ending = 'refused', after = 'end'], index) =>
    caseAt(
      index % 2 === 0 ? 'aggregate' : 'historical',
      name,
      ({ base }): Reply => ({ raw: bytes.replace('$', () => base), after }),
      ending,
    ),
);

/** The same at the doors that everything else depends on. */
const AT_THE_DOORS = WIRE.filter((_, index) => index % 6 === 0).flatMap(([name, bytes, , after = 'end']) =>
  (['token', 'location', 'register'] as const).map((at) =>
    caseAt(at, name, ({ base }) => ({ raw: bytes.replace('$', () => base), after }), 'refused'),
  ),
);

export const MORE_WIRE_CASES: readonly HostileCase[] = [
  ...AT_THE_DOORS,
  { name: 'no TLS where https was asked for', replies: {}, ending: 'refused', reads: 'day', secure: true },
  { name: 'no TLS where a list was asked for by https', replies: {}, ending: 'refused', reads: 'list', secure: true },
  caseAt(
    'aggregate',
    'a second answer behind the first',
    ({ base }) => ({
      raw: `${OK}content-length: ${Buffer.byteLength(base)}\r\n\r\n${base}${OK}content-length: 2\r\n\r\n{}`,
      after: 'stay',
    }),
    'either',
  ),
];
