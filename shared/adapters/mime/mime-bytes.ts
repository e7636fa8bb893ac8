import { hash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { OutgoingMail } from '../../application/ports.ts';
import { type Mailbox, parseMailbox } from './mailbox.ts';
import { mimeText } from './mime-text.ts';

export interface MimeOptions {
  /** Host behind the `@` of the Message-ID; the sender's domain unless given. */
  readonly messageIdHost?: string;
}

/**
 * Writes a mail as an RFC 5322 message with CRLF line ends: text and HTML as alternatives, then the attachments. The
 * same mail gives the same bytes, and its headers are exactly those below.
 *
 * @throws {InvalidMailboxError} when an address is not one, or could break out of its header
 */
export async function mimeBytes(mail: OutgoingMail, options: MimeOptions = {}): Promise<Uint8Array> {
  const from = parseMailbox(mail.from, 'From');
  const composer = new MailComposer({
    from: { ...from },
    to: recipient(mail.to),
    ...(mail.replyTo === null ? {} : { replyTo: { ...parseMailbox(mail.replyTo, 'Reply-To') } }),
    subject: oneLine(mail.content.subject),
    messageId: `<${messageIdOf(mail.id)}@${options.messageIdHost ?? domainOf(from)}>`,
    date: new Date(mail.date),
    headers: {
      'Content-Language': languageTag(mail.content.language),
      // RFC 3834: nobody's absence notice should answer a report.
      'Auto-Submitted': 'auto-generated',
    },
    text: canonicalLines(mail.content.text),
    html: canonicalLines(mail.content.html),
    // Readable where somebody opens the message itself.
    encoding: 'quoted-printable',
    attachments: mail.attachments.map(({ fileName, contentType, bytes }) => ({
      filename: oneLine(fileName),
      contentType,
      contentTransferEncoding: 'base64',
      content: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    })),
    baseBoundary: boundaryOf(mail),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return Buffer.from(mimeText(composer.compile()));
}

// One recipient a mail, and no name: what stands beside an address in a configuration is nobody else's business.
const recipient = (to: string): string => parseMailbox(to, 'To').address;

const domainOf = ({ address }: Mailbox): string => address.slice(address.lastIndexOf('@') + 1);

const canonicalLines = (text: string): string => text.replaceAll(/\r\n|\r|\n/g, '\r\n');

const oneLine = (text: string): string => text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();

const languageTag = (tag: string): string => (/^[A-Za-z0-9-]{1,35}$/.test(tag) ? tag : 'en');

const messageIdOf = (id: string): string => (/^[A-Za-z0-9_-]{1,128}$/.test(id) ? id : sha256Hex(id));

/** Drawn from the content too, so that no content can contain it. */
function boundaryOf({ id, content }: OutgoingMail): string {
  return sha256Hex(JSON.stringify([id, content.subject, content.text, content.html])).slice(0, 32);
}

const sha256Hex = (text: string): string => hash('sha256', text);
