import type { CoreFont } from './core-font.ts';

/** What stands before the programs, as JSON; its length comes first, as four bytes. */
interface Head extends Omit<CoreFont, 'steps'> {
  readonly steps: readonly { readonly glyphs: number; readonly bytes: number; readonly programLength: number }[];
}

/** A core font with all its programs as one file. */
export function writeCoreFont({ steps, ...font }: CoreFont): Uint8Array {
  const head: Head = {
    ...font,
    steps: steps.map((step) => ({
      glyphs: step.glyphs,
      bytes: step.program().length,
      programLength: step.programLength(),
    })),
  };
  const json = Buffer.from(JSON.stringify(head));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(json.length);
  return Buffer.concat([length, json, ...steps.map((step) => step.program())]);
}

export function readCoreFont(file: Uint8Array): CoreFont {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const headEnd = 4 + bytes.readUInt32BE(0);
  const { steps, ...font } = JSON.parse(bytes.toString('utf8', 4, headEnd)) as Head;
  let start = headEnd;
  return {
    ...font,
    steps: steps.map(({ glyphs, bytes: length, programLength }) => {
      const program = bytes.subarray(start, start + length);
      start += length;
      return { glyphs, program: () => program, programLength: () => programLength };
    }),
  };
}
