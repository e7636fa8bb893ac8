import { parseLocationPath } from '../../../shared/domain/location.ts';
import { parseInstant } from '../../../shared/domain/time/instant.ts';
import { parsePeriod } from '../../../shared/domain/time/period.ts';
import { defineCommand } from '../command-line/command.ts';
import { flag, optional, required } from '../command-line/option.ts';
import { monotonicMs, openHost } from '../host.ts';
import { loadConfiguration } from '../load-configuration.ts';
import { createProgress } from '../progress.ts';
import { notesOf, reportData, reportsTable } from '../show-reports.ts';
import { workOff } from '../work-off.ts';

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
    const configuration = await loadConfiguration(context.globals.configurationFile, context.workingFolder);
    const host = openHost(context, { ...context.globals, configuration, now: values.now });
    try {
      const { resend, revise } = values;
      const options = { trigger: 'on-demand', mail: !values['no-mail'], resend, revise } as const;
      const job = { ref: values.location, period: values.period, options };
      const results = await workOff(host.request, [job], createProgress(context.stderr, monotonicMs));
      const [result] = results;
      const made = result?.made?.report;
      const lines = [
        reportsTable(results),
        ...(result?.made?.keys ?? []),
        ...(made === undefined ? [] : notesOf(made).map(({ text }) => text)),
      ];
      return {
        text: lines.join('\n'),
        data: result === undefined ? null : reportData(result),
        problems: results.flatMap(({ problem }) => problem ?? []),
      };
    } finally {
      await host.close();
    }
  },
});

function parseLocation(text: string) {
  const ref = parseLocationPath(text);
  if (ref === undefined) throw new Error('must be SOURCE/FLEET/ID, with all three parts');
  return ref;
}
