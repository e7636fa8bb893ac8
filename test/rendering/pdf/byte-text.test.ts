import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { type ByteText, createByteText } from '../../../shared/rendering/pdf/byte-text.ts';

const shown = (text: ByteText): string => Buffer.from(text.written()).toString('latin1');

const latin1 = fc.string({
  unit: fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code)),
  maxLength: 60,
});
const whole = fc.integer({ min: -(2 ** 31) + 1, max: 2 ** 31 - 1 });
const pieces = fc.array(fc.oneof(latin1, whole, fc.uint8Array()), { maxLength: 50 });

describe('text as bytes', () => {
  test.prop([pieces])('is what was written, one piece behind the other', (written) => {
    const text = createByteText();
    for (const piece of written) {
      if (typeof piece === 'string') text.text(piece);
      else if (typeof piece === 'number') text.number(piece);
      else text.bytes(piece);
    }

    const wanted = written
      .map((piece) => (piece instanceof Uint8Array ? Buffer.from(piece).toString('latin1') : String(piece)))
      .join('');
    expect(shown(text)).toBe(wanted);
    expect(text.length()).toBe(wanted.length);
    text.end();
  });

  test.prop([whole, fc.integer({ min: 1, max: 14 })])('has noughts before a number of few digits', (value, digits) => {
    const text = createByteText();
    text.number(value, digits);

    expect(shown(text)).toBe(`${value < 0 ? '-' : ''}${String(Math.abs(value)).padStart(digits, '0')}`);
    text.end();
  });

  it('has operands with a space behind each', () => {
    const text = createByteText();
    for (const value of [0, -7, 10, 84_189]) text.operand(value);

    expect(shown(text)).toBe('0 -7 10 84189 ');
  });

  test.prop([fc.integer({ min: 0, max: 0xffff })])('has numbers of 16 bits in hexadecimal digits', (value) => {
    const text = createByteText();
    text.hexadecimal(value);

    expect(shown(text)).toBe(value.toString(16).padStart(4, '0'));
    text.end();
  });

  it('grows beyond the memory that it began with', () => {
    const text = createByteText();
    const line = 'a line of forty characters, that repeats ';
    for (let count = 0; count < 10_000; count += 1) text.text(line);

    expect(shown(text)).toBe(line.repeat(10_000));
  });

  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 31, -(2 ** 31) - 1])('refuses %s as a number', (value) => {
    expect(() => createByteText().number(value)).toThrow(RangeError);
  });

  it('gives its memory to one text at a time', () => {
    const first = createByteText();
    first.text('first');
    first.end();
    first.end();
    const [second, third] = [createByteText(), createByteText()];
    second.text('second');
    third.text('third');
    first.text('late');

    expect([second, third, first].map(shown)).toEqual(['second', 'third', 'late']);
  });
});
