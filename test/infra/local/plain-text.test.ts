import { describe, expect, it } from 'vitest';
import { asciiControls, inLines, onOneLine } from '../../../infra/local/plain-text.ts';
import { HOSTILE_LABELS } from '../../support/hostile-labels.ts';

/** What a terminal obeys, or what begins another line of a log. */
const OBEYED = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;

describe('text for a terminal', () => {
  it.each([
    ['a\r\n  b', 'a b'],
    ['a\u001b[31mb', 'a [31mb'],
    ['a\u009b2Jb', 'a 2Jb'],
    ['\u202Egnp.exe', ' gnp.exe'],
    ['a\u2028b', 'a b'],
    ['a\uD800b', 'a b'],
    ['👩‍👩‍👧 Żółta', '👩‍👩‍👧 Żółta'],
  ])('%j is %j on one line', (text, shown) => {
    expect(onOneLine(text)).toBe(shown);
  });

  it('is one line, whoever wrote it', () => {
    expect(HOSTILE_LABELS.filter((label) => OBEYED.test(label)).length).toBeGreaterThan(50);
    expect(HOSTILE_LABELS.filter((label) => OBEYED.test(onOneLine(label)))).toEqual([]);
  });

  it('keeps the lines that are meant', () => {
    expect(inLines('a\nb\u001b[2J\tc\n')).toBe('a\nb [2J c\n');
  });

  it('is the same JSON, spelt out', () => {
    for (const label of HOSTILE_LABELS) {
      const shown = asciiControls(JSON.stringify({ label }, null, 2));
      expect(JSON.parse(shown)).toEqual({ label });
      expect(OBEYED.test(shown.replaceAll('\n', ''))).toBe(false);
    }
  });
});
