import type { ArchivedReport } from './archive-report.ts';
import { type ComposeParts, composeMail } from './compose-mail.ts';
import type { ReportLedger } from './ledger.ts';
import { type IntentName, mailIntentId, mailName } from './mail-intent.ts';
import { openMailLedger } from './mail-ledger.ts';
import { type MailResult, type SendParts, sendOnce } from './send-once.ts';
import type { Recipient } from './subscriptions.ts';

export interface MailParts extends SendParts, ComposeParts {}

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
  return await sendOnce(
    { ...parts, whenInDoubt },
    {
      ledger: openMailLedger(ledger, mailIntentId(report, recipient, intent)),
      name: mailName(report, recipient, intent),
      recipientHash: recipient.hash,
      detail: { intent, revision: report.revision },
      compose: (attempt) => composeMail(parts, archived, recipient, intent, attempt),
    },
  );
}
