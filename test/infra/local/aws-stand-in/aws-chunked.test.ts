import { describe, expect, it } from 'vitest';
import { decodeBody } from '../../../../infra/local/aws-stand-in/s3/aws-chunked.ts';

const decode = (text: string, length: number) =>
  decodeBody(Buffer.from(text), {
    'content-encoding': 'aws-chunked',
    'x-amz-decoded-content-length': String(length),
  });

describe('a body in chunks', () => {
  it('loses its framing, signatures and all, and shows what followed it', () => {
    const { bytes, trailers } = decode(
      '5;chunk-signature=abc\r\nhello\r\nA\r\n, world\r\n!\r\n0\r\nX-Amz-Checksum-Crc32: abc=\r\n\r\n',
      15,
    );

    expect(bytes.toString()).toBe('hello, world\r\n!');
    expect(trailers).toEqual({ 'x-amz-checksum-crc32': 'abc=' });
  });

  it.each([
    ['breaks off in a chunk', 'A\r\nhello', 10],
    ['breaks off before the last chunk', '5\r\nhello\r\n', 5],
    ['has a chunk longer than it says', '4\r\nhello\r\n0\r\n\r\n', 4],
    ['has no sizes', 'hello\r\n', 5],
    ['is shorter than announced', '5\r\nhello\r\n0\r\n\r\n', 6],
  ])('is refused when it %s', (_, text, length) => {
    expect(() => decode(text, length)).toThrow(expect.objectContaining({ code: 'IncompleteBody' }));
  });

  it('stays as it is without the framing', () => {
    expect(decodeBody(Buffer.from('5\r\nhello'), {}).bytes.toString()).toBe('5\r\nhello');
  });
});
