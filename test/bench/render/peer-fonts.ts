import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { PeerFonts } from './peers.ts';

/** The fonts of the reports, whole. */
export function peerFonts(): PeerFonts {
  const fileOf = (name: string) => createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`);
  const [regularFile, boldFile] = [fileOf('DejaVuSansCondensed'), fileOf('DejaVuSansCondensed-Bold')];
  return { regularFile, boldFile, regular: readFileSync(regularFile), bold: readFileSync(boldFile) };
}
