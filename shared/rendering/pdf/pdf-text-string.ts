const PLAIN = /^[\x20-\x7e]*$/;

/** A text as a string object of a PDF: as it is where it is plain ASCII, else in UTF-16 with its mark. */
export function pdfTextString(text: string): string {
  if (PLAIN.test(text)) return `(${text.replace(/[\\()]/g, '\\$&')})`;
  return `<feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;
}
