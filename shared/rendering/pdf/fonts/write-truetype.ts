import { outlineWithoutHints } from './cut-font.ts';
import type { TrueTypeFile } from './truetype-file.ts';

/** Where in their tables the numbers stand that change with the glyphs, from the OpenType specification. */
const HEAD_CHECKSUM = 8;
const HEAD_LONG_OFFSETS = 50;
const METRICS_COUNT = 34;
const GLYPH_COUNT = 4;

/** Writes a font of some glyphs with the tables that a PDF asks for, without hints and layout. */
export function writeTrueType(font: TrueTypeFile, sources: readonly number[]): Uint8Array {
  const numbers = new Map(sources.map((source, number) => [source, number] as const).reverse());
  const outlines = sources.map((source) =>
    padded(outlineWithoutHints(font.outlineOf(source), (glyph) => numbers.get(glyph) ?? 0)),
  );
  const loca = Buffer.alloc((sources.length + 1) * 4);
  let offset = 0;
  for (const [number, outline] of outlines.entries()) {
    offset += outline.length;
    loca.writeUInt32BE(offset, (number + 1) * 4);
  }
  const hmtx = Buffer.alloc(sources.length * 4);
  for (const [number, source] of sources.entries()) {
    hmtx.writeUInt16BE(font.advanceOf(source), number * 4);
    hmtx.writeInt16BE(font.bearingOf(source), number * 4 + 2);
  }
  const head = copyOf(font.table('head'));
  head.writeUInt32BE(0, HEAD_CHECKSUM);
  head.writeInt16BE(1, HEAD_LONG_OFFSETS);
  const hhea = copyOf(font.table('hhea'));
  hhea.writeUInt16BE(sources.length, METRICS_COUNT);
  const maxp = copyOf(font.table('maxp'));
  maxp.writeUInt16BE(sources.length, GLYPH_COUNT);
  return assembled([
    ['glyf', Buffer.concat(outlines)],
    ['head', head],
    ['hhea', hhea],
    ['hmtx', hmtx],
    ['loca', loca],
    ['maxp', maxp],
  ]);
}

/** Puts tables behind a directory, each from a multiple of four bytes on. */
function assembled(tables: readonly (readonly [tag: string, bytes: Buffer])[]): Uint8Array {
  const header = Buffer.alloc(12 + tables.length * 16);
  header.writeUInt32BE(0x00010000, 0);
  header.writeUInt16BE(tables.length, 4);
  const power = Math.floor(Math.log2(tables.length));
  header.writeUInt16BE(16 * 2 ** power, 6);
  header.writeUInt16BE(power, 8);
  header.writeUInt16BE(16 * (tables.length - 2 ** power), 10);
  const pieces: Uint8Array[] = [header];
  let offset = header.length;
  for (const [index, [tag, bytes]] of tables.entries()) {
    const table = padded(bytes);
    const record = 12 + index * 16;
    header.write(tag, record, 'latin1');
    header.writeUInt32BE(checksumOf(table), record + 4);
    header.writeUInt32BE(offset, record + 8);
    header.writeUInt32BE(bytes.length, record + 12);
    pieces.push(table);
    offset += table.length;
  }
  return Buffer.concat(pieces);
}

function checksumOf(table: Buffer): number {
  let sum = 0;
  for (let at = 0; at < table.length; at += 4) sum = (sum + table.readUInt32BE(at)) >>> 0;
  return sum;
}

const padded = (bytes: Uint8Array): Buffer => Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
const copyOf = ({ buffer, byteOffset, byteLength }: DataView): Buffer =>
  Buffer.from(new Uint8Array(buffer, byteOffset, byteLength));
