import { type ArchivedReport, type ArchiveParts, commitBody } from './archive-report.ts';
import { filesFor } from './archive-variants.ts';
import { type ComposeParts, composeMail } from './compose-mail.ts';
import type { ReportLedger } from './ledger.ts';
import { type IntentName, mailIntentId, mailName } from './mail-intent.ts';
import { openMailLedger } from './mail-ledger.ts';
import { type MailResult, type SendParts, sendOnce } from './send-once.ts';
import type { Recipient } from './subscriptions.ts';

export interface MailParts extends SendParts, ComposeParts, ArchiveParts {}

const IN_DOUBT = { atLeastOnce: 'resend', atMostOnce: 'hold' } as const;

/** Sends one recipient's mail of a report for one reason, once. */
export async function mailReport(
  parts: MailParts,
  ledger: ReportLedger,
  archived: ArchivedReport,
  recipient: Recipient,
  intent: IntentName,
): Promise<MailResult> {
  const { report } = archived;
  const whenInDoubt = recipient.mailPolicy === undefined ? parts.whenInDoubt : IN_DOUBT[recipient.mailPolicy];
  const mail = openMailLedger(ledger, mailIntentId(report, recipient, intent));
  // Before anything is claimed: a file that cannot be made leaves no mail in doubt.
  const files = mail.isEnded ? {} : await filesFor(parts, ledger, archived, recipient);
  return await sendOnce(
    { ...parts, whenInDoubt },
    {
      ledger: mail,
      name: mailName(report, recipient, intent),
      recipientHash: recipient.hash,
      detail: { intent, revision: report.revision },
      ...(archived.isUncommitted === true ? { commit: commitBody(archived) } : {}),
      compose: (attempt) => composeMail(parts, report, files, recipient, intent, attempt),
    },
  );
}
