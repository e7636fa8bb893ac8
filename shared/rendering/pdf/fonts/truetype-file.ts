/** Offsets within the tables of a TrueType file, from the OpenType specification. */
const HEAD = { unitsPerEm: 18, bounds: 36, longOffsets: 50 } as const;
const WINDOWS = 3;

/** What a PDF tells of a font besides its outlines, in font units. */
export interface FontMeasures {
  readonly unitsPerEm: number;
  readonly bounds: readonly [xMin: number, yMin: number, xMax: number, yMax: number];
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly xHeight: number;
}

/** A TrueType font, read as far as a part of it can be cut out. */
export interface TrueTypeFile extends FontMeasures {
  table(tag: string): DataView;
  /** The number of a character's glyph in this file; 0 where it has none. */
  glyphOf(codePoint: number): number;
  advanceOf(glyph: number): number;
  bearingOf(glyph: number): number;
  /** The glyph as the file describes it; empty for a space. */
  outlineOf(glyph: number): DataView;
}

/** Reads the directory and the metrics of a TrueType font. @throws RangeError for a file that ends early */
export function openTrueType(bytes: Uint8Array): TrueTypeFile {
  const file = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = directoryOf(file);
  const table = (tag: string): DataView => {
    const found = tables.get(tag);
    if (found === undefined) throw new Error(`The font has no table ${tag}: use a TrueType font.`);
    return found;
  };
  const [head, hhea, hmtx] = [table('head'), table('hhea'), table('hmtx')];
  const [loca, glyf, os2] = [table('loca'), table('glyf'), table('OS/2')];
  const fullMetrics = hhea.getUint16(34);
  const hasLongOffsets = head.getInt16(HEAD.longOffsets) === 1;
  const offsetOf = (glyph: number) => (hasLongOffsets ? loca.getUint32(glyph * 4) : loca.getUint16(glyph * 2) * 2);
  return {
    unitsPerEm: head.getUint16(HEAD.unitsPerEm),
    bounds: [0, 2, 4, 6].map((at) => head.getInt16(HEAD.bounds + at)) as [number, number, number, number],
    ascent: hhea.getInt16(4),
    descent: hhea.getInt16(6),
    xHeight: os2.byteLength > 88 ? os2.getInt16(86) : 0,
    capHeight: os2.byteLength > 88 ? os2.getInt16(88) : hhea.getInt16(4),
    table,
    glyphOf: characterMap(table('cmap')),
    advanceOf: (glyph) => hmtx.getUint16(Math.min(glyph, fullMetrics - 1) * 4),
    bearingOf: (glyph) =>
      hmtx.getInt16(glyph < fullMetrics ? glyph * 4 + 2 : fullMetrics * 4 + (glyph - fullMetrics) * 2),
    outlineOf: (glyph) => part(glyf, offsetOf(glyph), offsetOf(glyph + 1) - offsetOf(glyph)),
  };
}

const part = (view: DataView, offset: number, length: number): DataView =>
  new DataView(view.buffer, view.byteOffset + offset, length);

function directoryOf(file: DataView): Map<string, DataView> {
  const tables = new Map<string, DataView>();
  for (let index = 0; index < file.getUint16(4); index += 1) {
    const record = 12 + index * 16;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((at) => file.getUint8(record + at)));
    tables.set(tag, part(file, file.getUint32(record + 8), file.getUint32(record + 12)));
  }
  return tables;
}

/** Reads the map of the Basic Multilingual Plane (format 4, Windows platform), which every text font has. */
function characterMap(cmap: DataView): (codePoint: number) => number {
  const map = part(cmap, offsetOfUnicodeMap(cmap), cmap.byteLength - offsetOfUnicodeMap(cmap));
  const segments = map.getUint16(6) / 2;
  const [ends, starts, deltas, ranges] = [14, 16 + segments * 2, 16 + segments * 4, 16 + segments * 6] as const;
  return (codePoint) => {
    for (let segment = 0; segment < segments; segment += 1) {
      if (map.getUint16(ends + segment * 2) < codePoint) continue;
      const start = map.getUint16(starts + segment * 2);
      if (start > codePoint) return 0;
      const delta = map.getUint16(deltas + segment * 2);
      const range = map.getUint16(ranges + segment * 2);
      if (range === 0) return (codePoint + delta) & 0xffff;
      const glyph = map.getUint16(ranges + segment * 2 + range + (codePoint - start) * 2);
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
    return 0;
  };
}

function offsetOfUnicodeMap(cmap: DataView): number {
  for (let index = 0; index < cmap.getUint16(2); index += 1) {
    const record = 4 + index * 8;
    const offset = cmap.getUint32(record + 4);
    if (cmap.getUint16(record) === WINDOWS && cmap.getUint16(offset) === 4) return offset;
  }
  throw new Error('The font has no map from Unicode characters to glyphs: use a TrueType font with one.');
}
