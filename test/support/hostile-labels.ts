import * as fc from 'fast-check';
import { HOSTILE_PLACES } from './hostile-places.ts';

const STARTS = [
  '',
  '=',
  '+',
  '-',
  '@',
  '|',
  '%',
  '\t=',
  '\r\n=',
  ' =',
  '\u200B=',
  '\uFEFF@',
  '＝',
  '＋',
  '－',
  '＠',
  '﹦',
  '\u202E',
  '"',
  "'=",
];
const BODIES = [
  'HYPERLINK("http://evil.example","x")',
  "cmd|' /C calc'!A0",
  'SUM(1,2);3',
  '1+1',
  '</td></table><script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg/onload=alert(1)>',
  '`#{7*7}` {{7*7}} <%= 7*7 %>',
  'a\r\nBcc: victim@example.com',
  'line\u2028separator\u2029paragraph',
  'bell\u0007escape\u001b[31mred',
  'left\u202Etfel\u202C \u2066isolate',
  'lone \uD800 surrogate \uDC00',
  'private \uE000 use \u{F0000}',
  `zalgo${'\u0301\u0302\u0303\u0304\u0305'.repeat(40)}`,
  'מטבח וסלון',
  'مطبخ',
  '洗衣機',
  '👨‍👩‍👧‍👦 house 🏳️‍🌈',
  'joiner\u200Dwithout emoji',
  '&lt;b&gt; &amp; &#39;',
  'tab\tand\vform\ffeed',
  '\u00A0no-break\u3000ideographic ',
  'hangul\u3164filler\u115F',
  'x'.repeat(5_000),
  '../../../../etc/passwd',
  '',
];

/** Some 770 labels that tenants may have written to break a file, a mail, a spreadsheet or a log. */
export const HOSTILE_LABELS: readonly string[] = [
  ...STARTS.flatMap((start) => BODIES.map((body) => start + body)),
  ...Object.values(HOSTILE_PLACES).flat(),
].filter((label, index, all) => all.indexOf(label) === index);

const anyCharacter = fc.oneof(
  fc.integer({ min: 0, max: 0x10ffff }).map((codePoint) => String.fromCodePoint(codePoint)),
  fc.integer({ min: 0, max: 0x2fff }).map((codePoint) => String.fromCodePoint(codePoint)),
  fc.constantFrom(...'=+-@\t\r\n \u200B\u202E\u0301＝＋"\',;<>&a', '👩', '\u200D', '\uFE0F'),
);

/** Any text at all, with a taste for characters that make trouble. */
export const anyText: fc.Arbitrary<string> = fc
  .array(anyCharacter, { maxLength: 80 })
  .map((characters) => characters.join(''));
