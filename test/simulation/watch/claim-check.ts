import type { Actor } from '../world/actor.ts';
import type { MailRecord, ReportRecord } from './report-record.ts';
import type { WatchContext } from './watch-context.ts';

/** The ledger's times are whole seconds, rounded down. */
const STORED_AT_MS = 1000;

/** Checks that a claim may be made now: of archived files, in turn, and after a doubt only as the policy allows. */
export function checkClaim(
  { world, policy }: WatchContext,
  report: ReportRecord,
  mail: MailRecord,
  number: number,
  body: Readonly<Record<string, unknown>>,
  actor: Actor,
): void {
  const about = `${report.location} ${report.period} claim-${number} by ${actor.name}`;
  const owner = String(body['owner']);
  if (!actor.owners.has(owner)) world.violate('a claim names its owner', about);
  if (report.kind !== 'digest' && report.revisions.get(Number(body['revision']))?.files === undefined) {
    world.violate('what is mailed is archived', about);
  }
  if (mail.decision === 'drop') world.violate('a dropped mail is not sent', about);
  const [last, before] = [...mail.attempts].at(-1) ?? [0, undefined];
  if (number > 1) world.sometimes('a mail sent in a second attempt');
  if (number !== last + 1 && mail.resends === 0) world.violate('attempts follow each other', about);
  if (before !== undefined && !before.isRefused) {
    if (before.isSent || before.eventAtMs !== undefined) {
      world.violate('what is known to have gone is not sent again', about);
    }
    if (mail.resends === 0 && policy.whenInDoubt === 'hold') world.violate('a doubt is held, not sent again', about);
    if (mail.resends === 0 && world.nowMs - before.claimedAtMs < policy.doubtDeadlineMs - STORED_AT_MS) {
      world.violate('a doubt waits for its deadline', about);
    }
  }
  actor.lastStep = 'claimed';
  mail.recipient = String(body['recipient']);
  mail.attempts.set(number, {
    claimedAtMs: world.nowMs,
    claimedBy: actor,
    owner,
    requests: 0,
    acceptedAtMs: undefined,
    eventsToCome: 0,
    isSent: false,
    isRefused: false,
    eventAtMs: undefined,
  });
}
