import { describe, expect, it } from 'vitest';
import { pdfTextString } from '../../../shared/rendering/pdf/pdf-text-string.ts';

describe('a text within a PDF', () => {
  it.each([
    ['plain', '(plain)'],
    ['', '()'],
    ['(a) \\ b', '(\\(a\\) \\\\ b)'],
    ['two\nlines', '<feff00740077006f000a006c0069006e00650073>'],
    ['Łódź', '<feff014100f30064017a>'],
    ['🔌', '<feffd83ddd0c>'],
  ])('%j is %s', (text, written) => {
    expect(pdfTextString(text)).toBe(written);
  });
});
