import { hash } from 'node:crypto';
import type { OutgoingMail } from '../../../shared/application/ports.ts';
import type { MailWatch } from '../models/simulated-mail-service.ts';
import { digestId } from './digest-watch.ts';
import type { AttemptRecord, MailRecord, ReportRecord } from './report-record.ts';
import type { WatchContext } from './watch-context.ts';

/** Checks every mail at the moment at which it reaches the mail service. */
export function createMailWatch(context: WatchContext): MailWatch {
  const { world, policy } = context;
  return {
    requested(mail, actor) {
      const found = find(context, mail);
      if (found === undefined) return world.violate('no mail without a claim', mail.tags.mail);
      const { report, attempt } = found;
      attempt.requests += 1;
      actor.lastStep = 'requested';
      const about = `${report.location} ${report.period} ${mail.tags.mail} by ${actor.name}`;
      if (attempt.requests > 1) world.violate('one claim, one request', about);
      if (!actor.owners.has(attempt.owner)) world.violate('only the owner of a claim sends', about);
      if (world.nowMs < report.dueMs) world.violate('nothing is mailed before its time', about);
      checkAttachments(context, report, mail);
      const archivedBy = [...report.revisions.values()].at(-1)?.archivedBy;
      if (archivedBy !== undefined && archivedBy !== actor)
        world.sometimes('a mail sent by another worker than the one that archived');
    },
    accepted(mail, events) {
      const found = find(context, mail);
      if (found === undefined) return;
      found.attempt.acceptedAtMs = world.nowMs;
      found.attempt.eventsToCome = events;
      found.record.accepted += 1;
      if (found.record.accepted < 2 + found.record.resends) return;
      if (policy.whenInDoubt === 'hold')
        world.violate('one mail a recipient', `${found.report.location} ${mail.tags.mail}`);
      else world.sometimes('a mail that reached its reader twice');
    },
    answered(mail) {
      if (find(context, mail)?.attempt.eventAtMs !== undefined) world.sometimes('an event before the reply');
    },
  };
}

function find(
  { reports }: WatchContext,
  { tags }: OutgoingMail,
): { report: ReportRecord; record: MailRecord; attempt: AttemptRecord } | undefined {
  const [intentId = '', number] = tags.mail.split('-');
  const report = reports.get(tags.kind === 'digest' ? digestId(tags.period, tags.report) : tags.report);
  const record = report?.mails.get(intentId);
  const attempt = record?.attempts.get(Number(number));
  return report === undefined || record === undefined || attempt === undefined
    ? undefined
    : { report, record, attempt };
}

function checkAttachments({ world }: WatchContext, report: ReportRecord, mail: OutgoingMail): void {
  const revisions = [...report.revisions.values()];
  for (const { fileName, bytes } of mail.attachments) {
    const sha256 = hash('sha256', bytes);
    const format = fileName.split('.').at(-1) ?? '';
    if (!revisions.some(({ files }) => files?.[format] === sha256)) {
      world.violate('what is mailed is what is archived', `${report.location} ${report.period} ${fileName}`);
    }
  }
}
