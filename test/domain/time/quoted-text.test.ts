import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quoted } from '../../../shared/domain/time/quoted-text.ts';

describe('quoted', () => {
  it.each([
    ['Chicago', '"Chicago"'],
    ['a\n"b"', '"a\\n\\"b\\""'],
    ['\u202Eevil', '"\\u202eevil"'],
    ['\u001b[31m', '"\\u001b[31m"'],
    ['São', '"S\\u00e3o"'],
    ['🕒', '"\\ud83d\\udd52"'],
    ['x'.repeat(40), `"${'x'.repeat(40)}"`],
    ['x'.repeat(41), `"${'x'.repeat(40)}"…`],
    [null, 'null'],
    [undefined, 'undefined'],
    [{ secret: 1 }, 'a value of type object'],
    [['secret'], 'a value of type array'],
    [7, 'a value of type number'],
  ])('shows %j as %s', (value, expected) => {
    expect(quoted(value)).toBe(expected);
  });

  it('is printable ASCII that reads back as the first 40 characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (text) => {
        const shown = quoted(text).replace(/…$/, '');
        expect(shown).toMatch(/^[\x20-\x7e]*$/);
        expect(JSON.parse(shown)).toBe(Array.from(text).slice(0, 40).join(''));
      }),
    );
  });
});
