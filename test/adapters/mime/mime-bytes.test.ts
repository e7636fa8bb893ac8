import * as fc from 'fast-check';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { InvalidMailboxError } from '../../../shared/adapters/mime/mailbox.ts';
import { mimeBytes } from '../../../shared/adapters/mime/mime-bytes.ts';
import type { OutgoingMail } from '../../../shared/application/ports.ts';
import { parseInstant } from '../../../shared/domain/time/instant.ts';
import { renderCsv } from '../../../shared/rendering/csv/render-csv.ts';
import { createMailComposer } from '../../../shared/rendering/mail/mail-composer.ts';
import { anyText } from '../../support/hostile-labels.ts';
import { aReport } from '../../support/report-builder.ts';

const report = aReport({ period: '2026-W47', label: 'Żółta 東京 Haus' });
const composer = createMailComposer();
const attachments = [
  { fileName: composer.attachmentName(report, 'csv'), contentType: 'text/csv', bytes: renderCsv(report) },
  {
    fileName: 'Überblick 東京.pdf',
    contentType: 'application/pdf',
    bytes: Uint8Array.from({ length: 4_096 }, (_, index) => index % 256),
  },
];
const aMail = (changes: Partial<OutgoingMail> = {}): OutgoingMail => ({
  id: '5f2c8a01-1',
  name: '20261123T120000Z_weekly_2026-W47_main_ab12',
  from: 'Energy reports <reports@example.com>',
  replyTo: 'help@example.com',
  to: 'owner@example.org',
  date: parseInstant('2026-11-23T12:00:00Z'),
  content: composer.compose(report, attachments),
  attachments,
  tags: { mail: '5f2c8a01-1', report: 'r', kind: 'weekly', period: '2026-W47' },
  ...changes,
});
const asText = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
const lines = (text: string | undefined) => (text ?? '').replaceAll('\r\n', '\n').trimEnd();

describe('a mail as bytes', () => {
  it('reads back as what was put in', async () => {
    const mail = aMail();
    const read = await PostalMime.parse(await mimeBytes(mail), { attachmentEncoding: 'arraybuffer' });
    expect(read.subject).toBe(mail.content.subject);
    expect(read.from).toEqual({ name: 'Energy reports', address: 'reports@example.com' });
    expect(read.to).toEqual([{ name: '', address: 'owner@example.org' }]);
    expect(read.replyTo).toEqual([{ name: '', address: 'help@example.com' }]);
    expect(lines(read.text)).toBe(lines(mail.content.text));
    expect(lines(read.html)).toBe(lines(mail.content.html));
    expect(read.attachments.map((file) => file.filename)).toEqual(attachments.map((file) => file.fileName));
    for (const [index, file] of read.attachments.entries()) {
      expect(
        Buffer.compare(Buffer.from(file.content as ArrayBuffer), Buffer.from(attachments[index]?.bytes ?? [])),
      ).toBe(0);
    }
  });

  it('has these headers and no others, each once', async () => {
    const read = await PostalMime.parse(await mimeBytes(aMail()));
    expect(read.headers.map((header) => header.key).sort()).toEqual([
      'auto-submitted',
      'content-language',
      'content-type',
      'date',
      'from',
      'message-id',
      'mime-version',
      'reply-to',
      'subject',
      'to',
    ]);
    expect(read.date).toBe('2026-11-23T12:00:00.000Z');
    expect(read.messageId).toBe('<5f2c8a01-1@example.com>');
    const withoutReply = await PostalMime.parse(
      await mimeBytes(aMail({ replyTo: null }), { messageIdHost: 'mail.example.net' }),
    );
    expect(withoutReply.headers.map((header) => header.key)).not.toContain('reply-to');
    expect(withoutReply.messageId).toBe('<5f2c8a01-1@mail.example.net>');
  });

  it('is the same every time, and other bytes for another mail', async () => {
    const [first, again, other] = await Promise.all([
      mimeBytes(aMail()),
      mimeBytes(aMail()),
      mimeBytes(aMail({ id: '5f2c8a01-2' })),
    ]);
    expect(Buffer.compare(first, again)).toBe(0);
    expect(Buffer.compare(first, other)).not.toBe(0);
  });

  it('is plain ASCII in short lines that end in CRLF', async () => {
    const text = asText(await mimeBytes(aMail()));
    expect(text).not.toMatch(/[^\r]\n|\r[^\n]/);
    expect(text.replaceAll('\r\n', '')).toMatch(/^[\t -~]*$/);
    expect(Math.max(...text.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(78);
  });

  it('has a boundary that no part contains', async () => {
    const text = asText(await mimeBytes(aMail()));
    const base = /boundary="--_NmP-([0-9a-f]{32})-Part_1"/.exec(text)?.[1] ?? 'none';
    expect(text.split(base).length - 1).toBe(text.split(`--_NmP-${base}-Part_`).length - 1);
    expect([aMail().content.text, aMail().content.html].some((part) => part.includes(base))).toBe(false);
  });

  it.each([
    ['to', { to: 'a@example.com\r\nBcc: victim@example.com' }],
    ['to', { to: 'a@example.com, b@example.com' }],
    ['from', { from: 'Reports\r\nX-Evil: 1 <reports@example.com>' }],
    ['reply-to', { replyTo: 'no address' }],
  ])('is refused when its %s address could break out', async (_, changes) => {
    await expect(mimeBytes(aMail(changes))).rejects.toBeInstanceOf(InvalidMailboxError);
  });

  it('gets no header from what it says, whatever that is', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, anyText, anyText, async (subject, fileName, language) => {
        const bytes = await mimeBytes(
          aMail({
            id: subject,
            content: { subject: `${subject}\r\nBcc: victim@example.com`, text: 'Text', html: '<p>Text</p>', language },
            attachments: [
              { fileName: `${fileName}\r\nX-Evil: 1.pdf`, contentType: 'application/pdf', bytes: new Uint8Array([1]) },
            ],
          }),
        );
        const read = await PostalMime.parse(bytes);
        const keys = read.headers.map((header) => header.key);
        expect(new Set(keys).size).toBe(keys.length);
        expect(keys.filter((key) => /bcc|evil/.test(key))).toEqual([]);
        expect(read.to).toEqual([{ name: '', address: 'owner@example.org' }]);
        expect(read.attachments).toHaveLength(1);
        expect(asText(bytes)).not.toMatch(/^(?:bcc|x-evil):/im);
      }),
      { numRuns: 60 },
    );
  });
});
