import { type Instant, isoUtc } from '../domain/time/instant.ts';
import type { ReportStatus } from './report-status.ts';

/** What will become of a report without anybody's doing, and what somebody can do about it. */
export function whatHappensNext(status: ReportStatus, now: Instant): string {
  const { state, due, scheduled, finished, location, period } = status;
  switch (state) {
    case 'planned':
      if (!scheduled) return 'Nothing by itself, as no tick has it. `redrive` makes it without mail, `report` with it.';
      if (now < due) return `Nothing before it falls due at ${isoUtc(due)}.`;
      return 'The next tick tries again: it waits for the data, up to its longest wait, and then makes the report of what is there.';
    case 'archiving':
      return scheduled
        ? 'The next tick makes the files of the stored snapshot: the same bytes, whoever began.'
        : 'Nothing by itself, as no tick has it. `redrive` makes the files of the stored snapshot.';
    case 'mailing':
      return finished || !scheduled
        ? 'Nothing by itself: ticks are done with it. `redrive` sends the mails that were begun.'
        : 'The next tick sends what was not sent. A send in doubt waits for word from the mail service, and then follows the policy.';
    case 'held':
      return 'Nothing, until somebody decides: `resolve` with --resend sends it again, with --drop leaves it unsent.';
    case 'archived':
      return `Nothing by itself: it was made without mail. \`report --location ${location} --period ${period}\` mails it.`;
    case 'finished':
      return 'Nothing more, unless a later reading of its data brings a revision.';
  }
}
