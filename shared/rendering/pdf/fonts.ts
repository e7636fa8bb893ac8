import { createPdfkitDocument } from './pdfkit-document.ts';
import { createTypeface, type Typeface } from './typeface.ts';

/** The two TrueType files that reports are set in. */
export interface FontBytes {
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
}

export interface Typefaces {
  readonly regular: Typeface;
  readonly bold: Typeface;
}

/** Parses the fonts; the result serves every report of the process. pdfkit does it, so that nothing else has to be bundled. */
export function openTypefaces(fonts: FontBytes): Typefaces {
  return { regular: openTypeface(fonts.regular), bold: openTypeface(fonts.bold) };
}

function openTypeface(font: Uint8Array): Typeface {
  return createTypeface(createPdfkitDocument({ autoFirstPage: false, font })._font.font);
}
