import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { FontBytes } from './fonts.ts';

export const FONT_FILES = { regular: 'DejaVuSansCondensed.ttf', bold: 'DejaVuSansCondensed-Bold.ttf' } as const;

/** Reads the report's fonts from a folder; without one, from the package that they come in. */
export function loadFonts(folder?: string): FontBytes {
  const read = (fileName: string) => readFileSync(folder === undefined ? inPackage(fileName) : join(folder, fileName));
  return { regular: read(FONT_FILES.regular), bold: read(FONT_FILES.bold) };
}

const inPackage = (fileName: string): string =>
  createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${fileName}`);
