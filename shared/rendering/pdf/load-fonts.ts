import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { readCoreFont } from './fonts/core-font-file.ts';
import type { FontSource, FontSources } from './fonts.ts';

const FONT_NAMES = { regular: 'DejaVuSansCondensed', bold: 'DejaVuSansCondensed-Bold' } as const;

/** The files of a font beside a bundle: the font, and the core that was cut out of it when the bundle was made. */
export const fontFileNames = (name: string) => ({ trueType: `${name}.ttf`, core: `${name}.core` });

/** Finds the report's fonts in a folder; without one, in the package that they come in. */
export function loadFonts(folder?: string): FontSources {
  const source = (name: string): FontSource => {
    const fileNames = fontFileNames(name);
    const within = (fileName: string) => (folder === undefined ? inPackage(fileName) : path.join(folder, fileName));
    const read = (fileName: string) => readFileSync(within(fileName));
    return {
      name,
      trueType: () => read(fileNames.trueType),
      core: () => (folder === undefined ? undefined : readCoreFont(read(fileNames.core))),
    };
  };
  return { regular: source(FONT_NAMES.regular), bold: source(FONT_NAMES.bold) };
}

const inPackage = (fileName: string): string =>
  createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${fileName}`);
