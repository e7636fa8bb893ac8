import { resolveReport } from '../../../shared/application/resolve-report.ts';
import { parseLocationPath } from '../../../shared/domain/location.ts';
import { parseInstant } from '../../../shared/domain/time/instant.ts';
import { parsePeriod } from '../../../shared/domain/time/period.ts';
import { defineCommand } from '../command-line/command.ts';
import { flag, optional } from '../command-line/option.ts';
import { withOperatorHost } from '../open-operator-host.ts';
import type { OperatorHost, WorkDone } from '../operator-host.ts';
import { sentences } from '../sentences.ts';
import { reportData, reportsTable } from '../show-reports.ts';
import { REPORT_WORDS } from './why.ts';

export const resolve = defineCommand({
  name: 'resolve',
  summary: 'decide about the held mails of one report',
  details: ['The decision is kept in the ledger, where `why` shows it. What had gone out after all is not sent again.'],
  words: REPORT_WORDS,
  options: {
    resend: flag('send them again, now'),
    drop: flag('leave them unsent for good'),
    now: optional('INSTANT', 'the instant that the run stands for (the present)', parseInstant),
  },
  check: ({ resend, drop }) =>
    resend === drop
      ? [{ path: '--resend or --drop', problem: resend ? 'are given both: give one' : 'is missing' }]
      : [],
  async run({ resend, now }, context, words) {
    return await withOperatorHost(context, now, async (host) => {
      const decision = resend ? 'resend' : 'drop';
      if (resend) await host.prepare();
      const { mails, hadGoneOut, ...report } = await resolveReport(
        host.ledger,
        words.join(' '),
        decision,
        'command-line',
      );
      const done = resend && mails > 0 ? await resume(host, report) : undefined;
      const results = done?.results ?? [];
      const unsent = `${mails} mail${mails === 1 ? '' : 's'} will not be sent.`;
      return {
        text: sentences(
          hadGoneOut === 0 ? undefined : `${hadGoneOut} of the held mails had gone out after all: nothing more to do.`,
          resend || mails === 0 ? undefined : unsent,
          results.length === 0 ? undefined : reportsTable(results),
          done?.afterword,
        ),
        data: { decision, mails, hadGoneOut, report: results.map(reportData)[0] ?? null },
        problems: results.flatMap(({ problem }) => problem ?? []),
      };
    });
  },
});

async function resume(
  host: OperatorHost,
  { location, period }: { readonly location: string; readonly period: string },
): Promise<WorkDone | undefined> {
  const ref = parseLocationPath(location);
  return ref === undefined
    ? undefined
    : await host.work([{ ref, period: parsePeriod(period), asking: { resume: true } }]);
}
