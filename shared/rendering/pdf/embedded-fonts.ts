import type { Typefaces } from './fonts.ts';
import type { PdfFile } from './pdf-file.ts';
import type { PdfkitReference } from './pdfkit-document.ts';
import type { TextStyle } from './surface.ts';
import type { Typeface } from './typeface.ts';

/** The ready-made fonts of one document. */
export interface EmbeddedFonts {
  /** The fonts by the names that a page's operators call them. */
  readonly byName: Readonly<Record<string, PdfkitReference>>;
  nameOf(weight: TextStyle['weight']): string;
  /** A text as glyph numbers in hexadecimal digits of ASCII; undefined when some of it is not in the core of the font. */
  encode(text: string, weight: TextStyle['weight']): Uint8Array | undefined;
  /** Puts as much of each font into the file as the document was written with. */
  write(): void;
}

const NAMES = { regular: 'R', bold: 'B' } as const;

export function embedFonts(file: PdfFile, { regular, bold }: Typefaces): EmbeddedFonts {
  const fonts = { regular: embedFont(file, regular), bold: embedFont(file, bold) };
  return {
    byName: { [NAMES.regular]: fonts.regular.reference, [NAMES.bold]: fonts.bold.reference },
    nameOf: (weight) => NAMES[weight],
    encode: (text, weight) => fonts[weight].encode(text),
    write() {
      fonts.regular.write();
      fonts.bold.write();
    },
  };
}

function embedFont(file: PdfFile, { coreTextOf, stepWith, partsOf }: Typeface) {
  const reference = file.document.ref();
  let highest = 0;
  return {
    reference,
    encode(text: string): Uint8Array | undefined {
      const found = coreTextOf(text);
      if (found === undefined) return undefined;
      highest = Math.max(highest, found.highestGlyph);
      return found.digits;
    },
    write() {
      const parts = partsOf(stepWith(highest));
      const [program, descriptor, descendant, toUnicode] = [
        file.nextNumber(),
        file.nextNumber(),
        file.nextNumber(),
        file.nextNumber(),
      ];
      file.writeStream(program, `/Length1 ${parts.programLength}`, parts.program);
      file.writeObject(descriptor, `<</Type /FontDescriptor ${parts.descriptor} /FontFile2 ${program} 0 R>>`);
      file.writeObject(
        descendant,
        `<</Type /Font /Subtype /CIDFontType2 /BaseFont /${parts.baseFont} /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> /FontDescriptor ${descriptor} 0 R /CIDToGIDMap /Identity /W [0 ${parts.widths}]>>`,
      );
      file.writeStream(toUnicode, '', parts.toUnicode);
      file.writeObject(
        reference.id,
        `<</Type /Font /Subtype /Type0 /BaseFont /${parts.baseFont} /Encoding /Identity-H /DescendantFonts [${descendant} 0 R] /ToUnicode ${toUnicode} 0 R>>`,
      );
    },
  };
}
