/** A running hash of everything that happened, in order; two runs that are the same have the same. */
export interface Trace {
  number(value: number): void;
  text(value: string): void;
  /** 64 bits in hexadecimal. */
  readonly hash: string;
}

export function createTrace(): Trace {
  let [a, b] = [0x811c9dc5, 0x9e3779b9];
  const number = (value: number): void => {
    a = Math.imul(a ^ value, 0x01000193);
    b = Math.imul(b ^ value ^ (a >>> 15), 0x85ebca6b);
  };
  return {
    number,
    text(value) {
      for (let index = 0; index < value.length; index += 1) a = Math.imul(a ^ value.charCodeAt(index), 0x01000193);
      number(value.length);
    },
    get hash() {
      return [a, b].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
    },
  };
}
