import * as base64 from 'nodemailer/lib/base64';
import type MimeNode from 'nodemailer/lib/mime-node';
import * as quotedPrintable from 'nodemailer/lib/qp';

/**
 * A composed message and all parts of it, as RFC 2046 §5.1.1 puts them together. The composer's own stream makes the same
 * text, in several turns of the event loop for each part, which costs more than all of the encoding.
 */
export function mimeText(node: MimeNode): string {
  const head = `${node.buildHeaders()}\r\n\r\n`;
  const parts = node.childNodes.map((child) => `--${node.boundary}\r\n${mimeText(child)}`);
  const end = node.multipart ? `\r\n--${node.boundary}--\r\n` : '';
  return `${head}${encodedContent(node)}${parts.join('\r\n')}${end}`;
}

function encodedContent(node: MimeNode): string {
  const { content } = node;
  if (content === undefined) return '';
  if (typeof content !== 'string' && !Buffer.isBuffer(content))
    throw new TypeError('A part of a mail is neither text nor bytes');
  return node.getTransferEncoding() === 'base64'
    ? base64.wrap(base64.encode(content))
    : quotedPrintable.wrap(quotedPrintable.encode(content));
}
