import type { Draw } from './draw.ts';

const INSERTED: readonly Uint8Array[] = [
  ...['\0', '"', '\\', '{', '}', '[', ']', ',', ':', '-', '1e', '\ufeff', '\u2028', '\u202e', '<script>'].map((text) =>
    Buffer.from(text),
  ),
  Buffer.from([0xff]),
  Buffer.from([0xc0, 0x80]),
  Buffer.from([0xed, 0xa0, 0x80]),
  Buffer.alloc(70_000, ' '),
];

/** Breaks an answer as bytes: lines that are cut, flipped, doubled, or filled with something. */
export function bytewise(honest: string, draw: Draw): { body: Uint8Array; what: string } {
  const bytes = Buffer.from(honest);
  const at = draw.below(bytes.length);
  const length = 1 + draw.below(40);
  const [head, tail] = [bytes.subarray(0, at), bytes.subarray(at)];
  switch (draw.below(6)) {
    case 0:
      return { body: head, what: `cut off at ${at}` };
    case 1:
      return { body: Buffer.concat([head, tail.subarray(length)]), what: `${length} bytes gone at ${at}` };
    case 2:
      return { body: Buffer.concat([head, tail.subarray(0, length), tail]), what: `${length} bytes twice at ${at}` };
    case 3: {
      const inserted = draw.oneOf(INSERTED);
      return { body: Buffer.concat([head, inserted, tail]), what: `something put in at ${at}` };
    }
    case 4:
      return {
        body: Buffer.concat([head, Buffer.alloc(length, 0x20 + draw.below(95)), tail.subarray(length)]),
        what: `overwritten at ${at}`,
      };
    default: {
      const bit = draw.below(8);
      const flipped = Buffer.from(bytes);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << bit);
      return { body: flipped, what: `bit ${bit} flipped at ${at}` };
    }
  }
}
