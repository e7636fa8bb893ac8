import type { MailStanding } from '../../shared/application/mail-standings.ts';
import type { ReportStatus } from '../../shared/application/report-status.ts';
import type { SuppressedReader } from '../../shared/application/suppressed-readers.ts';
import { isoUtc } from '../../shared/domain/time/instant.ts';
import type { MailPolicy } from './operator-host.ts';
import { renderTable } from './table.ts';

/** A report's state for programs, as `status` and `why` tell of it. */
export function statusData(status: ReportStatus) {
  const { reportId, location, kind, period, due, state, revisions, mailsDone, mailsOpen } = status;
  const { scheduled, finished, mails } = status;
  return {
    ...{ reportId, location, kind, period, due: isoUtc(due), state, revisions, mailsDone, mailsOpen },
    ...{ scheduled, finished },
    mails: mails.map(({ since, ...mail }) => ({ ...mail, since: since === null ? null : isoUtc(since) })),
  };
}

export function statusTable(reports: readonly ReportStatus[]): string {
  const rows = reports.map((report) => [
    report.state,
    report.location,
    report.kind,
    report.period,
    isoUtc(report.due),
    String(report.revisions),
    `${report.mailsDone}/${report.mailsDone + report.mailsOpen}`,
  ]);
  return renderTable(rows, [
    { title: 'state' },
    { title: 'location' },
    { title: 'kind' },
    { title: 'period' },
    { title: 'due' },
    { title: 'revisions', align: 'right' },
    { title: 'mails done', align: 'right' },
  ]);
}

/** The mails that did not simply go out, each with its recipient's hash; undefined when there are none. */
export function mailsTable(
  reports: readonly Pick<ReportStatus, 'location' | 'period' | 'mails'>[],
): string | undefined {
  const rows = reports.flatMap(({ location, period, mails }) =>
    mails.map((mail) => [
      standingWord(mail),
      `${location} ${period}`,
      mail.recipient ?? '',
      mail.code ?? '',
      mail.since === null ? '' : isoUtc(mail.since),
    ]),
  );
  if (rows.length === 0) return undefined;
  const columns = [
    { title: 'mail' },
    { title: 'report' },
    { title: 'recipient' },
    { title: 'code' },
    { title: 'since' },
  ];
  return renderTable(rows, columns);
}

const standingWord = ({ returned, state }: MailStanding): string => returned ?? state;

/** The addresses that get no more mail, by their hashes; undefined when there are none. */
export function suppressedTable(readers: readonly SuppressedReader[]): string | undefined {
  if (readers.length === 0) return undefined;
  const rows = readers.map(({ recipient, because, code, since }) => [
    recipient,
    because === 'bounced' ? 'bounced for good' : 'complained',
    code ?? '',
    isoUtc(since),
  ]);
  const columns = [{ title: 'gets no more mail' }, { title: 'because it' }, { title: 'code' }, { title: 'since' }];
  return renderTable(rows, columns);
}

const RULES = 'Rules of the configuration may say otherwise: see check-config.';

export function policyText({ whenInDoubt, afterMinutes }: MailPolicy): string {
  switch (whenInDoubt) {
    case 'look-up':
      return 'The outbox can tell which mails it has, so that none stays in doubt.';
    case 'resend':
      return `A mail in doubt is sent again when no word of it has come for ${afterMinutes} min: it may come twice, none is lost. ${RULES}`;
    case 'hold':
      return `A mail in doubt is held for a person when no word of it has come for ${afterMinutes} min: none comes twice. ${RULES}`;
  }
}
