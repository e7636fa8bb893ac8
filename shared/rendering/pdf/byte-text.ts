/** Text of a file in the making, as the bytes that it will have: one for each character, which are Latin-1. */
export interface ByteText {
  text(text: string): void;
  /**
   * A whole number, in decimal digits, noughts before it up to so many of them.
   * @throws RangeError for one that is not whole, or larger than anything in a file
   */
  number(value: number, leastDigits?: number): void;
  /** A whole number with a space behind it. @throws RangeError as `number` does */
  operand(value: number): void;
  /** A number of 16 bits, in four hexadecimal digits. */
  hexadecimal(value: number): void;
  bytes(bytes: Uint8Array): void;
  length(): number;
  /** All of it so far, to be used before anything else is written. */
  written(): Uint8Array;
  /** Ends the text, whose memory a later one is written to. */
  end(): void;
}

/** What most pages have room in. */
const USUAL_BYTES = 65_536;
/** From here on the one call that copies a whole string is quicker than its characters one by one. */
const LONG_TEXT = 24;
/** Of a number of 32 bits, with its sign. */
const MOST_DIGITS = 11;
const ZERO = 0x30;
const MINUS = 0x2d;
const SPACE = 0x20;
const HEXADECIMAL_DIGITS = Buffer.from('0123456789abcdef', 'latin1');

/**
 * The memory of texts that have ended. Memory like this lies outside of V8's heap: taking it anew for each report makes V8
 * go through the whole heap every hundred reports, and forget much of what it compiled.
 */
const spare: Buffer[] = [];
const MOST_SPARE = 8;
const LARGEST_SPARE_BYTES = 1_048_576;
const NO_MEMORY = Buffer.alloc(0);

/** Begins a text; it takes as much memory as it needs. */
export function createByteText(): ByteText {
  let buffer = spare.pop() ?? Buffer.allocUnsafeSlow(USUAL_BYTES);
  let length = 0;

  const ensureRoomFor = (more: number) => {
    if (length + more <= buffer.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(2 * buffer.length, length + more));
    larger.set(buffer.subarray(0, length));
    buffer = larger;
  };

  return {
    text(text) {
      ensureRoomFor(text.length);
      if (text.length > LONG_TEXT) buffer.write(text, length, 'latin1');
      else setCharacters(buffer, length, text);
      length += text.length;
    },
    number(value, leastDigits = 1) {
      ensureRoomFor(MOST_DIGITS + leastDigits);
      length = setDigits(buffer, length, value, leastDigits);
    },
    operand(value) {
      ensureRoomFor(MOST_DIGITS + 1);
      const end = setDigits(buffer, length, value, 1);
      buffer[end] = SPACE;
      length = end + 1;
    },
    hexadecimal(value) {
      ensureRoomFor(4);
      setHexadecimal(buffer, length, value);
      length += 4;
    },
    bytes(bytes) {
      ensureRoomFor(bytes.length);
      buffer.set(bytes, length);
      length += bytes.length;
    },
    length: () => length,
    written: () => buffer.subarray(0, length),
    end() {
      if (spare.length < MOST_SPARE && buffer.length <= LARGEST_SPARE_BYTES && buffer !== NO_MEMORY) spare.push(buffer);
      buffer = NO_MEMORY;
      length = 0;
    },
  };
}

function setCharacters(buffer: Uint8Array, start: number, text: string): void {
  for (let index = 0; index < text.length; index += 1) buffer[start + index] = text.charCodeAt(index);
}

/** Writes the digits from the last one on; where they end. */
function setDigits(buffer: Uint8Array, start: number, value: number, leastDigits: number): number {
  let rest = Math.abs(value) | 0;
  if (rest !== Math.abs(value)) throw new RangeError(`${value} is no number that a file can have`);
  if (value < 0) buffer[start] = MINUS;
  const first = start + (value < 0 ? 1 : 0);
  const end = first + Math.max(leastDigits, digitsIn(rest));
  for (let at = end - 1; at >= first; at -= 1) {
    const tenth = (rest / 10) | 0;
    buffer[at] = ZERO + rest - tenth * 10;
    rest = tenth;
  }
  return end;
}

function setHexadecimal(buffer: Uint8Array, start: number, value: number): void {
  buffer[start] = HEXADECIMAL_DIGITS[value >> 12] ?? ZERO;
  buffer[start + 1] = HEXADECIMAL_DIGITS[(value >> 8) & 0xf] ?? ZERO;
  buffer[start + 2] = HEXADECIMAL_DIGITS[(value >> 4) & 0xf] ?? ZERO;
  buffer[start + 3] = HEXADECIMAL_DIGITS[value & 0xf] ?? ZERO;
}

function digitsIn(number: number): number {
  let digits = 1;
  for (let rest = number; rest >= 10; rest = (rest / 10) | 0) digits += 1;
  return digits;
}
