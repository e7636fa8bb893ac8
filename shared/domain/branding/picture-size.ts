import { InvalidLogoError, type LogoType } from './branding.ts';
import { parseSvgLogo } from './svg-logo.ts';

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** What the bytes say that they are, whatever the file is called; undefined for anything that is no logo. */
export function logoTypeOf(bytes: Uint8Array): LogoType | undefined {
  if (PNG_SIGNATURE.every((byte, index) => bytes[index] === byte)) return 'image/png';
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg';
  return /^\s*(?:<\?xml|<!--|<svg)/.test(textOf(bytes.subarray(0, 200))) ? 'image/svg+xml' : undefined;
}

/**
 * How wide and high a logo is, in its own units.
 * @throws {InvalidLogoError} where it does not say so, or is of a make that is not drawn
 */
export function logoSize(bytes: Uint8Array, mediaType: LogoType): PictureSize {
  if (mediaType === 'image/svg+xml') return parseSvgLogo(textOf(bytes));
  return mediaType === 'image/png' ? pngSize(bytes) : jpegSize(bytes);
}

export const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

function pngSize(bytes: Uint8Array): PictureSize {
  const view = viewOf(bytes);
  if (bytes.length < 33) throw new InvalidLogoError('the PNG ends too early: save it again');
  if ((bytes[24] ?? 0) > 8) throw new InvalidLogoError('a PNG must have 8 bits a channel: save it so');
  if ((bytes[28] ?? 0) !== 0) throw new InvalidLogoError('a PNG must not be interlaced: save it without');
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** Walks the segments up to the frame header (ITU-T T.81, B.2.2). */
function jpegSize(bytes: Uint8Array): PictureSize {
  const view = viewOf(bytes);
  let at = 2;
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) {
      if (![1, 3].includes(bytes[at + 9] ?? 0))
        throw new InvalidLogoError('a JPEG must be grey or RGB, not CMYK: save it so');
      return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    }
    at += 2 + view.getUint16(at + 2);
  }
  throw new InvalidLogoError('the JPEG does not say how large it is: save it again');
}

const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array) => new DataView(buffer, byteOffset, byteLength);
