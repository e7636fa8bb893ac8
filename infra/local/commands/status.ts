import { type ReportStatus, reportStatus } from '../../../shared/application/report-status.ts';
import { isoUtc } from '../../../shared/domain/time/instant.ts';
import { defineCommand } from '../command-line/command.ts';
import { flag } from '../command-line/option.ts';
import { openLedgerFolder } from '../host.ts';
import { renderTable } from '../table.ts';

export const status = defineCommand({
  name: 'status',
  summary: 'show how far every report in the archive got',
  details: [
    'planned: waits for its data, or something kept it back. archiving: its files are not complete. mailing: mails are missing. held: a mail waits for a decision. finished: nothing more will happen.',
  ],
  options: { open: flag('only what is not finished, oldest first') },
  async run({ open }, context) {
    const all = await reportStatus(openLedgerFolder(context, context.globals.archiveFolder));
    const reports = open ? all.filter(({ state }) => state !== 'finished') : all;
    return { text: statusText(reports, open), data: { reports: reports.map(toData) } };
  },
});

const toData = (report: ReportStatus) => ({ ...report, due: isoUtc(report.due) });

function statusText(reports: readonly ReportStatus[], open: boolean): string {
  if (reports.length === 0) return open ? 'Every report is finished.' : 'The archive has no report yet.';
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
