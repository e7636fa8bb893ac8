import { planBackfill } from '../../../shared/application/backfill-reports.ts';
import { locationPath } from '../../../shared/domain/location.ts';
import { parseInstant } from '../../../shared/domain/time/instant.ts';
import { parseLocalDate } from '../../../shared/domain/time/local-date.ts';
import { defineCommand } from '../command-line/command.ts';
import { flag, oneOf, optional, parseRate, required } from '../command-line/option.ts';
import { withOperatorHost } from '../open-operator-host.ts';
import { sentences } from '../sentences.ts';
import { reportData, reportsTable } from '../show-reports.ts';
import { renderTable } from '../table.ts';

export const backfill = defineCommand({
  name: 'backfill',
  summary: 'make past reports',
  details: [
    'Makes the reports of every period that lies between the dates as a whole and has ended. Mails nothing unless asked.',
  ],
  options: {
    from: required('DATE', 'first local date', parseLocalDate),
    to: required('DATE', 'last local date, included', parseLocalDate),
    kind: optional('KIND', 'daily, weekly, monthly or cycle only', oneOf(['daily', 'weekly', 'monthly', 'cycle'])),
    mode: optional(
      'MODE',
      'missing: not archived yet, with --mail also not mailed yet (this unless given); failed: begun, not archived; all',
      oneOf(['missing', 'failed', 'all']),
    ),
    mail: flag('mail them too, however old they are'),
    'dry-run': flag('only say which they are'),
    rate: optional('N', 'at most so many a second', parseRate),
    now: optional('INSTANT', 'the instant that the run stands for (the present)', parseInstant),
  },
  check: ({ from, to }) => (from > to ? [{ path: '--to', problem: `must not be before --from (${from})` }] : []),
  async run(values, context) {
    return await withOperatorHost(context, values.now, async (host) => {
      const { from, to, kind, mode = 'missing', mail, rate: perSecond } = values;
      const { reports, problems } = await planBackfill(await host.planning(), { from, to, kind, mode, mail });
      if (values['dry-run']) {
        const rows = reports.map(({ ref, period }) => [locationPath(ref), period.kind, period.key]);
        const data = rows.map(([location, kindOf, period]) => ({ location, kind: kindOf, period }));
        return { text: dryRunText(rows), data: { dryRun: true, reports: data, problems }, problems };
      }
      const jobs = reports.map(({ ref, period }) => ({ ref, period, asking: { mail } }));
      const { results, afterword } = await host.work(jobs, { perSecond });
      const all = [...problems, ...results.flatMap(({ problem }) => problem ?? [])];
      return {
        text: results.length === 0 ? 'Nothing to make.' : sentences(reportsTable(results), afterword),
        data: { dryRun: false, reports: results.map(reportData), problems: all },
        problems: all,
      };
    });
  },
});

function dryRunText(rows: readonly string[][]): string {
  if (rows.length === 0) return 'Nothing to make.';
  const table = renderTable(rows, [{ title: 'location' }, { title: 'kind' }, { title: 'period' }]);
  return `${table}\n${rows.length} report${rows.length === 1 ? '' : 's'} would be made.`;
}
