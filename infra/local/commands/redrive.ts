import { type ReportStatus, reportStatus } from '../../../shared/application/report-status.ts';
import { parseLocationPath } from '../../../shared/domain/location.ts';
import { parseInstant } from '../../../shared/domain/time/instant.ts';
import { parsePeriod } from '../../../shared/domain/time/period.ts';
import { defineCommand } from '../command-line/command.ts';
import { optional, parseRate } from '../command-line/option.ts';
import { withOperatorHost } from '../open-operator-host.ts';
import type { SetAside } from '../operator-host.ts';
import { sentences } from '../sentences.ts';
import { reportData, reportsTable } from '../show-reports.ts';
import type { Asking, Job } from '../work-off.ts';

export const redrive = defineCommand({
  name: 'redrive',
  summary: 'have everything that is open worked on again, now',
  details: [
    'Works on every report that `status --open` shows, by the same rules as a tick; of a deployment, messages that were set aside go back into their queues as well. It is safe at any time: nothing is made or mailed twice. Held mails wait for `resolve`.',
  ],
  options: {
    rate: optional('N', 'at most so many a second', parseRate),
    now: optional('INSTANT', 'the instant that the run stands for (the present)', parseInstant),
  },
  async run({ rate: perSecond, now }, context) {
    return await withOperatorHost(context, now, async (host) => {
      const open = await reportStatus(host.ledger, { openOnly: true });
      const givenBack = await host.giveBack(perSecond);
      const { results, afterword } = await host.work(open.flatMap(jobsOf), { perSecond });
      const held = open.filter(({ state }) => state === 'held').length;
      const problems = results.flatMap(({ problem }) => problem ?? []);
      return {
        text: sentences(
          ...givenBack.map(givenBackText),
          results.length === 0 ? 'Nothing is open that could be worked on.' : reportsTable(results),
          held === 0 ? undefined : `${held} with a held mail: \`why\` tells the reason, \`resolve\` decides.`,
          afterword,
        ),
        data: { givenBack, reports: results.map(reportData), held, problems },
        problems,
      };
    });
  },
});

/** What ticks would do with a report, and then what they would not: end mails of a report that they are done with. */
function jobsOf({ location, period, scheduled, finished, revisions, mailsOpen }: ReportStatus): Job[] {
  const ref = parseLocationPath(location);
  if (ref === undefined) return [];
  const asks: Asking[] = [];
  if (scheduled && !finished) asks.push({});
  // Nobody knows whether whoever asked for it wanted it mailed.
  if (!scheduled && revisions === 0) asks.push({ mail: false });
  if (mailsOpen > 0) asks.push({ resume: true });
  return asks.map((asking) => ({ ref, period: parsePeriod(period), asking }));
}

function givenBackText({ queue, messages }: SetAside): string {
  if (messages === 0) return `No message of ${queue} was set aside.`;
  return `${messages} message${messages === 1 ? '' : 's'} of ${queue} that had been set aside ${messages === 1 ? 'goes' : 'go'} back into the queue.`;
}
