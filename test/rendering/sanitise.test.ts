import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sanitised } from '../../shared/rendering/sanitise.ts';
import { anyText, HOSTILE_LABELS } from '../support/hostile-labels.ts';

const graphemes = (text: string) => [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)].length;

describe('a text that tenants wrote', () => {
  it.each([
    ['stays as it is', 'Heat pump', 'Heat pump'],
    ['is composed', 'Ku\u0308che', 'Küche'],
    ['stands on one line', ' a\r\n\tb\u2028c \u00A0 d ', 'a b c d'],
    ['loses control characters', 'a\u0000b\u001b[1mc', 'ab[1mc'],
    ['loses writing directions', '\u202Egnp.exe\u202C \u2067x\u2069', 'gnp.exe x'],
    ['loses zero-width characters', 'a\u200Bb\uFEFFc\u2060d\u200D', 'abcd'],
    ['loses invisible letters', 'a\u3164\u115F\u034Fb', 'ab'],
    ['loses lone surrogates and private use', 'a\uD800b\uE000c', 'abc'],
    ['keeps families of emoji together', 'Home 👨‍👩‍👧 ok', 'Home 👨‍👩‍👧 ok'],
    ['keeps the emoji style', '❤️ and 🏳️‍🌈', '❤️ and 🏳️‍🌈'],
    ['loses marks without a letter', '\u0301\u0302abc', 'abc'],
    ['keeps three marks of a letter', 'q\u0301\u0302\u0303\u0304\u0305', 'q\u0301\u0302\u0303'],
    ['has a stand-in when nothing is left', '\u200B \u202E', '(no name)'],
  ])('%s', (_, written, shown) => {
    expect(sanitised(written)).toBe(shown);
  });

  it('ends in an ellipsis when it is too long, counted in what people see as characters', () => {
    expect(sanitised('x'.repeat(61))).toBe(`${'x'.repeat(59)}…`);
    expect(sanitised('x'.repeat(60))).toBe('x'.repeat(60));
    expect(sanitised('👩‍🚀'.repeat(8), { maxGraphemes: 5 })).toBe(`${'👩‍🚀'.repeat(4)}…`);
  });

  it('is capped in bytes too, where scripts chain letters without end', () => {
    const chains = ['👨\u200D'.repeat(900), 'क\u094D'.repeat(900), '👩‍👩‍👧‍👦'.repeat(300)];
    expect(chains.filter((chain) => sanitised(chain).length > 360)).toEqual([]);
    expect(sanitised('👨\u200D'.repeat(900))).toMatch(/^(?:👨\u200D){4}👨👨/u);
    expect(chains.filter((chain) => sanitised(sanitised(chain)) !== sanitised(chain))).toEqual([]);
  });

  it('costs no more when it is a megabyte long', () => {
    expect(sanitised('ab '.repeat(400_000), { maxGraphemes: 200 })).toHaveLength(200);
  });

  it('is harmless, whoever wrote it', () => {
    expect(HOSTILE_LABELS.length).toBeGreaterThanOrEqual(500);
    expect(HOSTILE_LABELS.filter((label) => fitForPrint(sanitised(label)).length > 0)).toEqual([]);
    expect(HOSTILE_LABELS.filter((label) => fitForPrint(label).length > 0).length).toBeGreaterThan(200);
  });

  it('is harmless and stays the same when it is made safe again, whatever it was', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 10, max: 80 }), (text, maxGraphemes) => {
        const once = sanitised(text, { maxGraphemes });
        expect(fitForPrint(once)).toEqual([]);
        expect(graphemes(once)).toBeLessThanOrEqual(maxGraphemes);
        expect(sanitised(once, { maxGraphemes })).toBe(once);
      }),
      { numRuns: 400 },
    );
  });
});

/** What is still wrong with a text; nothing, in one that may be shown. */
function fitForPrint(text: string): string[] {
  const outsideEmoji = text.replaceAll(
    /\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\uFE0F)*(?:\u200D\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\uFE0F)*)*/gu,
    '',
  );
  const faults: readonly (readonly [string, RegExp, string])[] = [
    ['control or format character', /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/u, outsideEmoji],
    ['white space at an end or twice', /^\s|\s$|\s\s/u, text],
    ['too many marks', /\p{M}{4}/u, text],
    ['not composed', /^$/, text.normalize('NFC') === text ? 'x' : ''],
    ['empty', /^$/, text],
  ];
  return faults.filter(([, pattern, where]) => pattern.test(where)).map(([fault]) => fault);
}
