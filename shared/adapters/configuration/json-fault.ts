/** The first place at which a text stops being JSON, and why, without repeating what stands there. */
export interface JsonFault {
  /** Both counted from 1; a column counts characters as editors do, in UTF-16 units. */
  readonly line: number;
  readonly column: number;
  readonly problem: string;
}

/**
 * Finds what JSON.parse would stumble over, and names that it would silently read twice. JSON.parse's own messages quote
 * the text around the place, which may hold an address.
 */
export function findJsonFault(text: string): JsonFault | undefined {
  try {
    new JsonReader(text).readAll();
    return undefined;
  } catch (error) {
    if (error instanceof Stumble) return { ...lineAndColumn(text, error.place), problem: error.message };
    throw error;
  }
}

function lineAndColumn(text: string, place: number): { line: number; column: number } {
  const before = text.slice(0, place).split(/\r\n|\r|\n/);
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

class Stumble extends Error {
  readonly place: number;

  constructor(place: number, problem: string) {
    super(problem);
    this.place = place;
  }
}

const SPACE = /[ \t\r\n]*/y;
const LITERAL = /true|false|null/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
// Between the quotes: everything from the space on but the quote and the backslash, and the escapes.
const STRING = /"(?:[ !#-[\]-\u{10ffff}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;
const MAX_DEPTH = 100;

/** Walks over one JSON text from its beginning; throws where it cannot go on. */
class JsonReader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  readAll(): void {
    this.#readValue(0);
    this.#take(SPACE);
    if (this.#at < this.#text.length) this.#stumble('has something behind its end');
  }

  #readValue(depth: number): void {
    this.#take(SPACE);
    const first = this.#text[this.#at];
    if (depth > MAX_DEPTH) this.#stumble(`is nested more than ${MAX_DEPTH} deep`);
    if (first === '{') this.#readObject(depth);
    else if (first === '[') this.#readMembers(']', () => this.#readValue(depth + 1));
    else if (first === '"') this.#readString();
    else if (this.#take(LITERAL) === undefined && this.#take(NUMBER) === undefined) this.#stumble(this.#whyNoValue());
  }

  #readObject(depth: number): void {
    const names = new Set<unknown>();
    this.#readMembers('}', () => {
      const start = this.#at;
      if (this.#text[start] !== '"') this.#stumble('needs a name in double quotes');
      this.#readString();
      const name: unknown = JSON.parse(this.#text.slice(start, this.#at));
      if (names.has(name)) this.#stumble('repeats a name that stands in the same { } already', start);
      names.add(name);
      this.#take(SPACE);
      if (this.#text[this.#at] !== ':') this.#stumble('needs a : between name and value');
      this.#at += 1;
      this.#readValue(depth + 1);
    });
  }

  #readMembers(close: '}' | ']', readMember: () => void): void {
    this.#at += 1;
    this.#take(SPACE);
    while (this.#text[this.#at] !== close) {
      readMember();
      this.#take(SPACE);
      if (this.#text[this.#at] === ',') this.#skipComma(close);
      else if (this.#text[this.#at] !== close)
        this.#stumble(this.#isAtEnd() ? `ends before its ${close}` : `needs a , or a ${close}`);
    }
    this.#at += 1;
  }

  #skipComma(close: string): void {
    const comma = this.#at;
    this.#at += 1;
    this.#take(SPACE);
    if (this.#text[this.#at] === close)
      this.#stumble(`has a comma before the ${close}, which JSON does not allow`, comma);
    if (this.#isAtEnd()) this.#stumble(`ends before its ${close}`);
  }

  #readString(): void {
    if (this.#take(STRING) !== undefined) return;
    this.#stumble('begins a text that does not end on its line, or that has a wrong character behind a \\');
  }

  #whyNoValue(): string {
    const first = this.#text[this.#at];
    if (this.#isAtEnd()) return this.#text.trim() === '' ? 'is empty' : 'ends where a value has to be';
    if (first === "'") return 'has single quotes: JSON has double quotes only';
    if (first === '/' || first === '#') return 'has a comment, which JSON does not allow';
    return 'has no value here: write a text in double quotes, a number, true, false, null, { } or [ ]';
  }

  #isAtEnd(): boolean {
    return this.#at >= this.#text.length;
  }

  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text)?.[0];
    this.#at += match?.length ?? 0;
    return match;
  }

  #stumble(problem: string, place = this.#at): never {
    throw new Stumble(place, problem);
  }
}
