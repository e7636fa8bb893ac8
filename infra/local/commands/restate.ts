import { isRestatable, restatableReports } from '../../../shared/application/restatable-reports.ts';
import { parseReason } from '../../../shared/application/restatement-reason.ts';
import { type LocationRef, locationPath } from '../../../shared/domain/location.ts';
import { parseInstant } from '../../../shared/domain/time/instant.ts';
import { type Period, parsePeriod } from '../../../shared/domain/time/period.ts';
import { UnknownReportError } from '../../../shared/errors.ts';
import { defineCommand } from '../command-line/command.ts';
import { flag, optional, parseLocation, parseRate, required } from '../command-line/option.ts';
import { withOperatorHost } from '../open-operator-host.ts';
import type { OperatorHost } from '../operator-host.ts';
import { previewRestatements } from '../preview-restatements.ts';
import { sentences } from '../sentences.ts';
import { changesData, changesText, changesTexts } from '../show-changes.ts';
import { reportData, reportsTable } from '../show-reports.ts';

export const restate = defineCommand({
  name: 'restate',
  summary: 'read the data of reports again that were wrong, and make revisions of those that changed',
  details: [
    'A new revision is made only where a figure changed by more than 0.1 kWh and 0.5 %; it lists what changed, and nobody is mailed unless asked. Without --location, all reports of the period are read again whose locations the rules name.',
    'The reason stays in the ledger and is in no mail: up to 200 letters, digits and plain marks; no names.',
  ],
  options: {
    period: required('PERIOD', 'the period that they are about', parsePeriod),
    reason: required('TEXT', 'why', parseReason),
    location: optional('SOURCE/FLEET/ID', 'one place only', parseLocation),
    mail: flag('mail the revisions'),
    'dry-run': flag('read the data, and only say what would change'),
    rate: optional('N', 'at most so many a second', parseRate),
    now: optional('INSTANT', 'the instant that the run stands for (the present)', parseInstant),
  },
  async run(values, context) {
    return await withOperatorHost(context, values.now, async (host) => {
      const { period, reason, location, mail } = values;
      const refs =
        location === undefined
          ? await restatableReports(host.ledger, await host.configuration(), period)
          : [await known(host, location, period)];
      if (values['dry-run']) {
        const { previews, problems } = await previewRestatements(await host.planning(), refs, period);
        const data = previews.map(({ ref, changes }) => ({
          location: locationPath(ref),
          changes: changesData(changes),
        }));
        const texts = previews.map(({ ref, changes }) => changesText(locationPath(ref), changes));
        const text = texts.length === 0 ? NOTHING : texts.join('\n');
        return { text, data: { dryRun: true, period: period.key, reports: data, problems }, problems };
      }
      const jobs = refs.map((ref) => ({ ref, period, asking: { mail, reason } }));
      const { results, afterword } = await host.work(jobs, { perSecond: values.rate });
      const problems = results.flatMap(({ problem }) => problem ?? []);
      const reports = results.map((result) => {
        const changes = result.made?.report?.changes;
        return { ...reportData(result), ...(changes === undefined ? {} : { changes: changesData(changes) }) };
      });
      return {
        text: results.length === 0 ? NOTHING : sentences(reportsTable(results), ...changesTexts(results), afterword),
        data: { dryRun: false, period: period.key, reports, problems },
        problems,
      };
    });
  },
});

async function known({ ledger }: OperatorHost, ref: LocationRef, period: Period): Promise<LocationRef> {
  if (await isRestatable(ledger, ref, period)) return ref;
  const name = `${locationPath(ref)} ${period.key}`;
  throw new UnknownReportError(`${name} has no report yet that could be restated; \`report\` makes it.`);
}

const NOTHING = 'The archive has no report of that period to restate.';
