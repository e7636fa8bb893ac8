import { crc32, deflateSync } from 'node:zlib';

/** A PNG of one colour, with an alpha channel on request. */
export function aPng({ width = 120, height = 40, alpha = false } = {}): Uint8Array {
  const pixel = alpha ? [31, 111, 139, 128] : [31, 111, 139];
  const row = [0, ...Array.from({ length: width }, () => pixel).flat()];
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, alpha ? 6 : 2, 0, 0, 0], 8);
  const pixels = deflateSync(Buffer.from(Array.from({ length: height }, () => row).flat()));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(type), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** The head of a JPEG up to its frame, which is all that its size is read from. */
export function aJpegHead({ width = 120, height = 40, components = 3 } = {}): Uint8Array {
  return Buffer.from([
    ...[0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0],
    ...[0xff, 0xc0, 0, 8 + 3 * components, 8, height >> 8, height & 255, width >> 8, width & 255, components],
    ...Array.from({ length: 3 * components }, () => 1),
    ...[0xff, 0xd9],
  ]);
}

export const AN_SVG = `<?xml version="1.0"?>
<!-- an example -->
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 50"><title>Example</title>
<g fill="#1f6f8b"><rect width="60" height="50" rx="8"/><circle cx="90" cy="25" r="20" fill="#e0a030"/></g>
<path d="M120 0 L200 25 L120 50 Z" fill="#333" fill-rule="evenodd"/><polygon points="0,0 10,0 5,8" fill="white"/></svg>`;

export const svgBytes = (text: string = AN_SVG): Uint8Array => new TextEncoder().encode(text);
