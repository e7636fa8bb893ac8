import type { Report } from '../domain/report/report.ts';
import type { Instant } from '../domain/time/instant.ts';
import { readArtefact } from './archive-report.ts';
import { inLocaleOf, type MailFiles } from './archive-variants.ts';
import type { SenderSettings } from './configuration.ts';
import { type IntentName, mailName, mailTags } from './mail-intent.ts';
import type { MailAttachment, MailComposer, ObjectStore, OutgoingMail } from './ports.ts';
import type { Recipient } from './subscriptions.ts';

export interface ComposeParts {
  readonly archive: ObjectStore;
  readonly composer: MailComposer;
  readonly sender: SenderSettings;
}

const CONTENT_TYPES = { pdf: 'application/pdf', csv: 'text/csv', json: 'application/json' } as const;

/** One recipient's mail in their own language, with the files read back from the archive: what is mailed is what is archived. */
export async function composeMail(
  parts: ComposeParts,
  reportInArchive: Report,
  files: MailFiles,
  recipient: Recipient,
  intent: IntentName,
  attempt: number,
): Promise<OutgoingMail> {
  const report = inLocaleOf(recipient, reportInArchive);
  const attachments: MailAttachment[] = [];
  for (const format of recipient.formats) {
    const artefact = files[format];
    if (artefact === undefined) continue;
    attachments.push({
      fileName: parts.composer.attachmentName(report, format),
      contentType: CONTENT_TYPES[format],
      bytes: await readArtefact(parts.archive, artefact),
    });
  }
  const tags = mailTags(report, recipient, intent, attempt);
  return {
    id: tags.mail,
    name: mailName(report, recipient, intent),
    from: parts.sender.from,
    replyTo: parts.sender.replyTo,
    to: recipient.address,
    date: mailDate(report.generatedFrom),
    content: parts.composer.compose(report, attachments),
    attachments,
    tags,
  };
}

/** A mail bears the time at which its figures were read, or that at which it fell due, whichever is later. */
function mailDate({ readAt, dueAt }: Report['generatedFrom']): Instant {
  return readAt > dueAt ? readAt : dueAt;
}
