import type { Actor } from '../world/actor.ts';
import { checkClaim } from './claim-check.ts';
import { mailOf, type ReportRecord } from './report-record.ts';
import type { WatchContext } from './watch-context.ts';

/** Checks an entry about one mail, of a report or of a digest, against the entries before it and what the mail service took. */
export function mailEntryCreated(
  context: WatchContext,
  report: ReportRecord,
  intentId: string,
  entry: string,
  bytes: Uint8Array,
  actor: Actor,
) {
  const { world } = context;
  const [name = '', number] = entry.split('-');
  const mail = mailOf(report, intentId);
  const body = JSON.parse(Buffer.from(bytes).toString()) as Readonly<Record<string, unknown>>;
  if (name === 'done') {
    mail.ending = String(body['outcome']);
    mail.recipient = String(body['recipient']);
    if (mail.ending === 'mailed' && mail.accepted === 0)
      world.violate('a mail that is called mailed has gone', report.id);
    if (mail.ending === 'suppressed') world.sometimes('a mail suppressed after a bounce');
    if (body['code'] === 'in_doubt') world.sometimes('a mail held in doubt');
    if (body['code'] === 'attempts_used_up') world.sometimes('a mail held after its last attempt');
    return;
  }
  if (name === 'reopened') {
    mail.decision = body['resolution'] === 'drop' ? 'drop' : 'resend';
    if (mail.decision === 'resend') mail.resends += 1;
    // A decision to drop it ends a mail, whether or not the ending was written down.
    mail.ending = mail.decision === 'drop' ? 'dropped' : undefined;
    return;
  }
  if (name === 'claim') return checkClaim(context, report, mail, Number(number), body, actor);
  const attempt = mail.attempts.get(Number(number));
  if (attempt === undefined) return world.violate(`${name} implies a claim`, `${report.id} ${entry}`);
  if (name === 'sent') {
    attempt.isSent = true;
    // That it was taken ends a mail, unless it had ended otherwise before that was known.
    mail.ending ??= 'mailed';
    actor.lastStep = undefined;
    if (attempt.acceptedAtMs === undefined) world.violate('what is called sent was taken', `${report.id} ${entry}`);
  } else if (name === 'refused') {
    attempt.isRefused = true;
    actor.lastStep = undefined;
    if (attempt.acceptedAtMs !== undefined)
      world.violate('what is called refused was not taken', `${report.id} ${entry}`);
  } else if (name === 'event') {
    attempt.eventAtMs = world.nowMs;
    mail.ending ??= 'mailed';
    if (attempt.acceptedAtMs === undefined) world.violate('an event is about a mail that was taken', report.id);
    if (world.nowMs - attempt.claimedAtMs > context.policy.doubtDeadlineMs)
      world.sometimes('an event after the deadline');
  } else world.violate('every ledger key is known', entry);
}
