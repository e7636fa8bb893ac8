import { hash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { InvalidLogoError, type Logo } from '../../domain/branding/branding.ts';
import { logoSize, logoTypeOf } from '../../domain/branding/picture-size.ts';

const MOST_BYTES = 200_000;
const MOST_PIXELS_A_SIDE = 2_000;
/** Longer ones would be a line at the size of a letterhead. */
const MOST_TIMES_AS_LONG = 12;

/**
 * Checks that a file can be drawn as a logo, so that no report fails over it later.
 * @throws {InvalidLogoError} with what is wrong and what to do
 */
export function checkedLogo(bytes: Uint8Array): Logo {
  if (bytes.byteLength > MOST_BYTES) {
    throw new InvalidLogoError(`has ${Math.ceil(bytes.byteLength / 1000)} kB: make it at most ${MOST_BYTES / 1000} kB`);
  }
  const mediaType = logoTypeOf(bytes);
  if (mediaType === undefined) throw new InvalidLogoError('is neither PNG nor JPEG nor SVG');
  const { width, height } = logoSize(bytes, mediaType);
  if (!(width > 0 && height > 0)) throw new InvalidLogoError('has no size');
  if (Math.max(width, height) > MOST_TIMES_AS_LONG * Math.min(width, height)) {
    throw new InvalidLogoError(`is more than ${MOST_TIMES_AS_LONG} times as long as it is wide`);
  }
  if (mediaType !== 'image/svg+xml' && Math.max(width, height) > MOST_PIXELS_A_SIDE) {
    throw new InvalidLogoError(`is ${width} × ${height} pixels: make it at most ${MOST_PIXELS_A_SIDE} a side`);
  }
  if (mediaType === 'image/png') checkPixels(bytes, width, height);
  return { sha256: hash('sha256', bytes), mediaType, bytes };
}

/** Samples a pixel by colour type (PNG, table 11.1): grey, RGB, palette, grey with alpha, RGB with alpha. */
const SAMPLES = new Map([
  [0, 1],
  [2, 3],
  [3, 1],
  [4, 2],
  [6, 4],
]);

/** A picture that cannot be unpacked would fail each report; one that unpacks to more than it says is a bomb. */
function checkPixels(bytes: Uint8Array, width: number, height: number): void {
  const samples = SAMPLES.get(bytes[25] ?? -1);
  const bits = bytes[24] ?? 0;
  const broken = new InvalidLogoError('is a broken PNG: save it again');
  if (samples === undefined) throw broken;
  const expected = height * (1 + Math.ceil((width * samples * bits) / 8));
  try {
    const unpacked = inflateSync(packedPixels(bytes), { maxOutputLength: expected });
    if (unpacked.length === expected) return;
  } catch {
    throw broken;
  }
  throw broken;
}

function packedPixels(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: Uint8Array[] = [];
  let at = 8;
  while (at + 12 <= bytes.length) {
    const length = view.getUint32(at);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (type === 'IDAT') parts.push(bytes.subarray(at + 8, at + 8 + length));
    if (type === 'IEND') break;
    at += 12 + length;
  }
  return Buffer.concat(parts);
}
