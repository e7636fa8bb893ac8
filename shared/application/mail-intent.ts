import type { Report } from '../domain/report/report.ts';
import { compactUtc } from '../domain/time/instant.ts';
import { parsePeriod, periodKeyForPath } from '../domain/time/period.ts';
import { hashOf, keySegment, reportId } from './keys.ts';
import type { MailTags } from './ports.ts';
import { type Recipient, readerId } from './subscriptions.ts';

/**
 * Why a mail is sent. `report` is the one mail that everybody gets of a report, whichever revision is current then;
 * `revision-2` tells that the figures changed; `resend-2` is a copy that somebody asked for.
 */
export type IntentName = 'report' | `revision-${number}` | `resend-${number}`;

/** Identity of a mail: the report, the recipient and the reason, so that doing it again finds the first. */
export function mailIntentId(report: Report, recipient: Recipient, intent: IntentName): string {
  return hashOf(['mail', 'v1', reportId(report.location, parsePeriod(report.period)), readerId(recipient), intent]);
}

/**
 * `<due instant>_<kind>_<period>_<location>_<hash of recipient>`, with `-2` behind a second copy and `-r2` behind a revision.
 * Two fleets may each have a location of the same id, so that the hash is of the fleet too.
 */
export function mailName(report: Report, recipient: Recipient, intent: IntentName): string {
  const period = parsePeriod(report.period);
  const { source, fleet, id } = report.location;
  const copy = intent === 'report' ? '' : intent.replace('resend', '').replace('revision-', '-r');
  const parts = [
    compactUtc(report.generatedFrom.dueAt),
    report.kind,
    periodKeyForPath(period),
    keySegment(id),
    hashOf(['recipient', 'v1', source, fleet, readerId(recipient)]).slice(0, 12) + copy,
  ];
  return parts.join('_');
}

/** What the mail service's events about an attempt carry back. */
export function mailTags(report: Report, recipient: Recipient, intent: IntentName, attempt: number): MailTags {
  const period = parsePeriod(report.period);
  return {
    mail: `${mailIntentId(report, recipient, intent)}-${attempt}`,
    report: reportId(report.location, period),
    kind: period.kind,
    period: periodKeyForPath(period),
  };
}

/** The next copy's number: 2 for the first copy that was asked for. */
export function nextResend(entries: ReadonlySet<string>, report: Report, recipient: Recipient): IntentName {
  for (let copy = 2; ; copy += 1) {
    const intent = `resend-${copy}` as const;
    if (!entries.has(`mail/${mailIntentId(report, recipient, intent)}/claim-1`)) return intent;
  }
}
