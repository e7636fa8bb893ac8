import { describe, expect, it } from 'vitest';
import { parseHttpDateMs, parseRetryAfterMs } from '../../../shared/adapters/http/retry-after.ts';

const NOW_MS = Date.parse('2026-11-20T12:00:00Z');
const DAY_MS = 86_400_000;

describe('parseRetryAfterMs', () => {
  it.each([
    ['0', 0],
    ['1', 1_000],
    [' 120 ', 120_000],
    ['1.5', 1_500],
    ['0.0001', 1],
    ['86400', DAY_MS],
    ['86401', DAY_MS],
    ['9'.repeat(400), DAY_MS],
    ['Fri, 20 Nov 2026 12:00:30 GMT', 30_000],
    ['Friday, 20-Nov-26 12:00:30 GMT', 30_000],
    ['Fri Nov 20 12:00:30 2026', 30_000],
    ['Sun Dec  6 12:00:00 2026', DAY_MS],
    ['Fri, 20 Nov 2026 11:59:59 GMT', 0],
    ['Sun, 06 Nov 1994 08:49:37 GMT', 0],
    ['Fri, 31 Dec 9999 23:59:59 GMT', DAY_MS],
    [undefined, undefined],
    ['', undefined],
    ['-5', undefined],
    ['+5', undefined],
    ['1e99', undefined],
    ['0x10', undefined],
    ['Infinity', undefined],
    ['NaN', undefined],
    ['5 s', undefined],
    ['soon', undefined],
    ['5, 10', undefined],
    ['2026-11-20T12:00:30Z', undefined],
    ['Fri, 99 Nov 2026 12:00:30 GMT', undefined],
    ['Fri, 20 Nov 2026 12:00:30 +0100', undefined],
    ['Fri, 20 Nov 2026 12:00:30', undefined],
    ['1994', 1_994_000],
  ])('reads %j as %j ms', (header, expected) => {
    expect(parseRetryAfterMs(header, NOW_MS)).toBe(expected);
  });
});

describe('parseHttpDateMs', () => {
  it('reads the three forms of HTTP as the same instant, whatever zone the process is in', () => {
    const forms = ['Sun, 06 Nov 1994 08:49:37 GMT', 'Sunday, 06-Nov-94 08:49:37 GMT', 'Sun Nov  6 08:49:37 1994'];
    expect(new Set(forms.map(parseHttpDateMs))).toEqual(new Set([784_111_777_000]));
  });
});
