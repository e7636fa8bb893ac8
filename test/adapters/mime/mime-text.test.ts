import { fc, test } from '@fast-check/vitest';
import MailComposer from 'nodemailer/lib/mail-composer';
import { describe, expect } from 'vitest';
import { mimeText } from '../../../shared/adapters/mime/mime-text.ts';
import { anyText } from '../../support/hostile-labels.ts';

const inLines = (text: string) => text.replaceAll(/\r\n|\r|\n/g, '\r\n');

/** Every mail has both a text and HTML. */
const contentOf = (characters: number) =>
  anyText.map((text) => inLines(`Energy ${text}`.repeat(Math.ceil(characters / (7 + text.length)))));

const attachment = fc.record({
  filename: fc.constantFrom('report.pdf', 'Überblick 東京.csv'),
  content: fc
    .uint8Array({ maxLength: 300 })
    .chain((bytes) => fc.constantFrom(1, 700).map((times) => Buffer.concat(Array(times).fill(Buffer.from(bytes))))),
  contentType: fc.constantFrom('application/pdf', 'text/csv'),
  contentTransferEncoding: fc.constant('base64' as const),
});

type Attachment = typeof attachment extends fc.Arbitrary<infer Value> ? Value : never;

async function bothWays(text: string, html: string, attachments: Attachment[]) {
  const compile = () =>
    new MailComposer({
      from: 'reports@example.com',
      to: 'owner@example.org',
      subject: 'Energy',
      messageId: '<1@example.com>',
      date: new Date('2026-11-20T12:00:00Z'),
      text,
      html,
      attachments,
      encoding: 'quoted-printable',
      baseBoundary: 'boundary',
    }).compile();
  return { atOnce: mimeText(compile()), streamed: (await compile().build()).toString() };
}

const withoutSoftBreaks = (text: string) => text.replaceAll('=\r\n', '');

describe('a message that is put together at once', () => {
  test.prop([contentOf(1), contentOf(5_000), fc.array(attachment, { maxLength: 2 })], { numRuns: 40 })(
    'is the one that the composer streams',
    async (text, html, attachments) => {
      const { atOnce, streamed } = await bothWays(text, html, attachments);
      expect(atOnce).toBe(streamed);
    },
  );

  test.prop([contentOf(150_000)], { numRuns: 5 })(
    'breaks its lines elsewhere where the composer takes a part in several pieces, and says the same',
    async (html) => {
      const { atOnce, streamed } = await bothWays('Energy', html, []);
      expect(withoutSoftBreaks(atOnce)).toBe(withoutSoftBreaks(streamed));
      expect(Math.max(...atOnce.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(76);
    },
  );
});
