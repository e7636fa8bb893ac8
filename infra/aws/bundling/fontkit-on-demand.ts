import { createRequire } from 'node:module';

/** The part of fontkit that pdfkit calls. */
interface Fontkit {
  create(bytes: Uint8Array, name?: string): unknown;
}

/**
 * Stands in for fontkit, which lies beside the bundle: only labels in scripts that join their letters, or outside of what was
 * cut out of the fonts beforehand, need it, and reading it takes longer than a report.
 */
export const create: Fontkit['create'] = (bytes, name) => {
  const fontkit: Fontkit = createRequire(import.meta.url)('./fonts/fontkit.cjs');
  return fontkit.create(bytes, name);
};
