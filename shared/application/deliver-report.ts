import type { Report } from '../domain/report/report.ts';
import { ArchiveConflictError } from '../errors.ts';
import { type ArchivedReport, isAnyMailClaimed } from './archive-report.ts';
import { begunMails } from './begun-mails.ts';
import type { UnreachableCustomers } from './customers.ts';
import type { ReportLedger } from './ledger.ts';
import { type IntentName, mailIntentId, nextResend } from './mail-intent.ts';
import { type MailParts, mailReport } from './mail-report.ts';
import type { MakeOptions } from './make-options.ts';
import type { MakeOutcome } from './make-report.ts';
import type { MailResult } from './send-once.ts';
import type { Recipient, Subscription } from './subscriptions.ts';

export type DeliveryCounts = Readonly<
  Record<'mailed' | 'alreadyMailed' | 'held' | 'suppressed' | 'later' | 'tooOld', number>
>;

export interface Delivery {
  readonly outcome: MakeOutcome;
  readonly counts: DeliveryCounts;
  /** True when nothing more will happen to the report of its own accord. */
  readonly settled: boolean;
  /** Customers of the location who were left out; absent where nobody was. */
  readonly unreachable?: UnreachableCustomers;
}

const MS_PER_DAY = 86_400_000;

/** Sends each recipient their mail; one recipient's trouble does not keep the others waiting. */
export async function deliverReport(
  parts: MailParts,
  ledger: ReportLedger,
  archived: ArchivedReport,
  subscription: Subscription,
  options: MakeOptions,
): Promise<Delivery> {
  const counts = { ...NO_MAILS };
  if (!options.mail) return { outcome: 'archived', counts, settled: false };
  const { report } = archived;
  const isTooOld =
    options.trigger === 'scheduled' && ageDays(parts, report) > subscription.settings.mailUpToDaysOld[report.kind];
  const { unreachable } = subscription;
  let conflict: ArchiveConflictError | undefined;
  const hadAlready = await addressesThatHadIt(ledger, report, subscription.recipients);
  for (const recipient of subscription.recipients) {
    if (hadAlready.has(recipient.hash) && !isClaimed(ledger, report, recipient)) {
      counts.alreadyMailed += 1;
      continue;
    }
    if (isTooOld && !isClaimed(ledger, report, recipient)) {
      counts.tooOld += 1;
      continue;
    }
    const intent = intentFor(ledger, report, recipient, options);
    try {
      counts[COUNTED_AS[await mailReport(parts, ledger, archived, recipient, intent)]] += 1;
    } catch (error) {
      // It is about this reader's files; anything else would keep the others from theirs too.
      if (!(error instanceof ArchiveConflictError)) throw error;
      conflict ??= error;
    }
  }
  if (conflict !== undefined) throw conflict;
  const result = { outcome: outcomeOf(counts), counts, settled: counts.later === 0 };
  return unreachable === undefined ? result : { ...result, unreachable };
}

export const NO_MAILS: DeliveryCounts = { mailed: 0, alreadyMailed: 0, held: 0, suppressed: 0, later: 0, tooOld: 0 };

export const COUNTED_AS = {
  mailed: 'mailed',
  'already-mailed': 'alreadyMailed',
  held: 'held',
  suppressed: 'suppressed',
  later: 'later',
} as const satisfies Record<MailResult, keyof DeliveryCounts>;

function intentFor(ledger: ReportLedger, report: Report, recipient: Recipient, options: MakeOptions): IntentName {
  const hasHadOne = isClaimed(ledger, report, recipient);
  const { resend = false, revise = false } = options;
  if (!hasHadOne) return 'report';
  if (resend !== false) return resend === true ? nextResend(ledger.entries, report, recipient) : `resend-${resend}`;
  return revise === false ? 'report' : `revision-${report.revision}`;
}

/**
 * The addresses that the report's mail was begun for, whoever had them then: a reader who has not had it gets no second one
 * there. Nothing is read on a first delivery, and nothing once everybody's mail is begun.
 */
async function addressesThatHadIt(
  ledger: ReportLedger,
  report: Report,
  readers: readonly Recipient[],
): Promise<ReadonlySet<string>> {
  if (!isAnyMailClaimed(ledger.entries) || readers.every((reader) => isClaimed(ledger, report, reader)))
    return new Set();
  const begun = await begunMails(ledger);
  return new Set(begun.filter(({ intent }) => intent === 'report').map(({ recipient }) => recipient));
}

/** Whether somebody has begun to mail the report to a recipient, in whatever revision. */
export function isClaimed(ledger: ReportLedger, report: Report, recipient: Recipient): boolean {
  return ledger.entries.has(`mail/${mailIntentId(report, recipient, 'report')}/claim-1`);
}

function ageDays(parts: MailParts, report: Report): number {
  return (parts.clock.now() - report.end) / MS_PER_DAY;
}

/** The word for all mails of a report together: what needs somebody comes first. */
export function outcomeOf(counts: DeliveryCounts): MakeOutcome {
  if (counts.held > 0) return 'held';
  if (counts.later > 0) return 'mail-later';
  if (counts.mailed > 0) return 'mailed';
  return counts.alreadyMailed > 0 ? 'already-mailed' : 'archived';
}
