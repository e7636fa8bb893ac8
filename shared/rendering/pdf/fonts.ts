import { type CoreFont, cutCoreFont } from './fonts/core-font.ts';
import { createPdfkitDocument } from './pdfkit-document.ts';
import { createShapingFont } from './shaping-font.ts';
import { createTypeface, type Typeface } from './typeface.ts';

/** A TrueType font, read when it is asked for, and the part of it that was cut out beforehand. */
export interface FontSource {
  readonly name: string;
  trueType(): Uint8Array;
  /** Undefined where nobody has cut it yet. */
  core(): CoreFont | undefined;
}

/** The two weights that reports are set in. */
export interface FontSources {
  readonly regular: FontSource;
  readonly bold: FontSource;
}

export interface Typefaces {
  readonly regular: Typeface;
  readonly bold: Typeface;
}

/** Opens the fonts; the result serves every report of the process. */
export function openTypefaces({ regular, bold }: FontSources): Typefaces {
  return { regular: openTypeface(regular), bold: openTypeface(bold) };
}

/** pdfkit parses the whole font, so that nothing else has to be bundled. */
function openTypeface({ name, trueType, core }: FontSource): Typeface {
  return createTypeface(core() ?? cutCoreFont(name, trueType()), () =>
    createShapingFont(createPdfkitDocument({ autoFirstPage: false, font: trueType() })._font.font),
  );
}
