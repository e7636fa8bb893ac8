/** Numbers by report id; a million of them in some 27 MB, which a `Map` of texts would take six times. */
export interface IdTable {
  set(id: string, value: number): void;
  /** Undefined for an id that was never set. */
  get(id: string): number | undefined;
}

const DIGIT = new Uint8Array(128).fill(255);
for (const [value, digit] of [...'abcdefghijklmnopqrstuvwxyz234567'].entries()) DIGIT[digit.charCodeAt(0)] = value;

const WORDS = 4;

/**
 * Ids are 26 digits in base 32 of a SHA-256; the last two of their 130 bits are left out.
 *
 * @param expected about how many there may be, and so the room that is taken; more find theirs
 */
export function createIdTable(expected = 64): IdTable {
  let slots = Math.ceil(Math.max(16, expected * 1.5));
  let words = new Uint32Array(slots * WORDS);
  let values = new Uint16Array(slots);
  let count = 0;
  const key = new Uint32Array(WORDS);

  /** The slot of the key, or the free one where it would go: a value is stored plus one, so that 0 is free. */
  const slotOf = (): number => {
    for (let slot = (key[0] ?? 0) % slots; ; slot = (slot + 1) % slots) {
      if (values[slot] === 0) return slot;
      const at = slot * WORDS;
      if (words[at] === key[0] && words[at + 1] === key[1] && words[at + 2] === key[2] && words[at + 3] === key[3]) {
        return slot;
      }
    }
  };
  const put = (value: number) => {
    const slot = slotOf();
    if (values[slot] === 0) count += 1;
    words.set(key, slot * WORDS);
    values[slot] = value;
  };
  const grow = () => {
    const [oldWords, oldValues] = [words, values];
    slots *= 2;
    words = new Uint32Array(slots * WORDS);
    values = new Uint16Array(slots);
    count = 0;
    for (let slot = 0; slot < oldValues.length; slot += 1) {
      const value = oldValues[slot] ?? 0;
      if (value === 0) continue;
      key.set(oldWords.subarray(slot * WORDS, slot * WORDS + WORDS));
      put(value);
    }
  };
  return {
    set(id, value) {
      readId(id, key);
      put(value + 1);
      if (count * 1.4 > slots) grow();
    },
    get(id) {
      readId(id, key);
      const value = values[slotOf()] ?? 0;
      return value === 0 ? undefined : value - 1;
    },
  };
}

/** Reads the first 128 bits of an id. */
function readId(id: string, key: Uint32Array): void {
  let [bits, count, word] = [0, 0, 0];
  for (let at = 0; word < WORDS; at += 1) {
    const digit = DIGIT[id.charCodeAt(at)] ?? 255;
    if (digit === 255) throw new RangeError('This is no id of a report.');
    const missing = 32 - count;
    if (missing > 5) {
      bits = (bits << 5) | digit;
      count += 5;
      continue;
    }
    key[word] = (bits << missing) | (digit >>> (5 - missing));
    word += 1;
    count = 5 - missing;
    bits = digit & ((1 << count) - 1);
  }
}
