import { numberRequest } from '../../../shared/application/number-request.ts';
import { parseInstant } from '../../../shared/domain/time/instant.ts';
import { parsePeriod } from '../../../shared/domain/time/period.ts';
import { defineCommand } from '../command-line/command.ts';
import { flag, optional, parseLocation, required } from '../command-line/option.ts';
import { withOperatorHost } from '../open-operator-host.ts';
import { sentences } from '../sentences.ts';
import { leftOutLines, reportData, reportsTable } from '../show-reports.ts';

export const report = defineCommand({
  name: 'report',
  summary: 'make one report now, whatever its hour and its data',
  details: [
    'Recipients are those of the configuration. Doing it again changes nothing and mails nothing twice, unless you ask for it.',
  ],
  options: {
    location: required('SOURCE/FLEET/ID', 'the place', parseLocation),
    period: required('PERIOD', 'a day, week, month or billing cycle that has ended', parsePeriod),
    'no-mail': flag('put it into the archive, and mail nobody'),
    resend: flag('send a further copy to everybody who has had the mail'),
    revise: flag('read all data again, and make a new revision'),
    now: optional('INSTANT', 'the instant that the run stands for (the present)', parseInstant),
  },
  check: (values) =>
    values['no-mail'] && values.resend ? [{ path: '--no-mail', problem: 'does not go together with --resend' }] : [],
  async run(values, context) {
    return await withOperatorHost(context, values.now, async (host) => {
      const { location: ref, period, resend, revise } = values;
      const numbers = await numberRequest(host.ledger, ref, period, { resend, revise });
      const job = { ref, period, asking: { mail: !values['no-mail'], ...numbers } };
      const { results, afterword } = await host.work([job]);
      const [result] = results;
      return {
        text: sentences(
          reportsTable(results),
          ...(result?.made?.keys ?? []),
          ...leftOutLines(results),
          ...(result?.made?.report?.notes ?? []).map(({ text }) => text),
          afterword,
        ),
        data: result === undefined ? null : reportData(result),
        problems: results.flatMap(({ problem }) => problem ?? []),
      };
    });
  },
});
