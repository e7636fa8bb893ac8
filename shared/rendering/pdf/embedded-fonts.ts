import type { ByteText } from './byte-text.ts';
import type { Typefaces } from './fonts.ts';
import type { PdfFile } from './pdf-file.ts';
import type { PdfkitReference } from './pdfkit-document.ts';
import type { TextStyle } from './surface.ts';
import type { Typeface } from './typeface.ts';

/** The ready-made fonts of one document. */
export interface EmbeddedFonts {
  /** The fonts by the names that a page's operators call them. */
  readonly byName: Readonly<Record<string, PdfkitReference>>;
  of(weight: TextStyle['weight']): EmbeddedFont;
  /** Puts as much of each font into the file as the document was written with. */
  write(): void;
}

export interface EmbeddedFont {
  /** What a page's operators call it. */
  readonly name: string;
  /** Whether all of a text is in the core of the font; what is will be part of the file. */
  take(text: string): boolean;
  /** Writes a text that was taken as glyph numbers, in hexadecimal digits. */
  writeGlyphs(text: string, into: ByteText): void;
}

export function embedFonts(file: PdfFile, { regular, bold }: Typefaces): EmbeddedFonts {
  const fonts = { regular: embedFont(file, regular, 'R'), bold: embedFont(file, bold, 'B') };
  return {
    byName: { [fonts.regular.name]: fonts.regular.reference, [fonts.bold.name]: fonts.bold.reference },
    of: (weight) => fonts[weight],
    write() {
      fonts.regular.write();
      fonts.bold.write();
    },
  };
}

function embedFont(file: PdfFile, { highestGlyphOf, writeGlyphs, stepWith, partsOf }: Typeface, name: string) {
  const reference = file.document.ref();
  let highest = 0;
  return {
    name,
    reference,
    writeGlyphs,
    take(text: string): boolean {
      const needed = highestGlyphOf(text);
      if (needed === undefined) return false;
      highest = Math.max(highest, needed);
      return true;
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
