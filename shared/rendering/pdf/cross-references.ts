import type { ByteText } from './byte-text.ts';
import type { PdfkitDocument } from './pdfkit-document.ts';

/** Ends a file: where each of its objects begins, and which of them a reader begins with (PDF 1.7, 7.5.4 and 7.5.5). */
export function writeCrossReferences(file: ByteText, { _offsets, _root, _info, _id }: PdfkitDocument): void {
  const start = file.length();
  const size = _offsets.length + 1;
  file.text(`xref\n0 ${size}\n0000000000 65535 f \n`);
  for (const offset of _offsets) {
    file.number(offset ?? 0, 10);
    file.text(' 00000 n \n');
  }
  const id = `<${Buffer.from(_id).toString('hex')}>`;
  file.text(`trailer\n<<\n/Size ${size}\n/Root ${_root.id} 0 R\n/Info ${_info.id} 0 R\n/ID [${id} ${id}]\n>>\n`);
  file.text(`startxref\n${start}\n%%EOF\n`);
}
