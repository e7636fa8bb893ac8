import { planReports } from '../../../shared/application/plan-reports.ts';
import type { DueReport } from '../../../shared/application/planning/kind-tick.ts';
import { locationPath } from '../../../shared/domain/location.ts';
import { type Instant, isoUtc, parseInstant } from '../../../shared/domain/time/instant.ts';
import { isoWithOffset } from '../../../shared/domain/time/local-day.ts';
import { periodInterval } from '../../../shared/domain/time/period.ts';
import type { TimeZone } from '../../../shared/domain/time/time-zone.ts';
import { clockLabel } from '../clock-label.ts';
import { defineCommand } from '../command-line/command.ts';
import { flag, optional } from '../command-line/option.ts';
import { withOperatorHost } from '../open-operator-host.ts';
import { withCustomers } from '../planned-readers.ts';

const MS_PER_DAY = 86_400_000;

export const plan = defineCommand({
  name: 'plan',
  summary: 'say what a tick would make and mail, and change nothing',
  options: {
    'dry-run': flag('nothing is made or written, which is so in any case'),
    now: optional('INSTANT', 'the instant that the plan is for (the present)', parseInstant),
  },
  async run({ now }, context) {
    return await withOperatorHost(context, now, async (host) => {
      const planning = await host.planning();
      const plan = await planReports(planning, true);
      const { reports: due, problems: unread } = await withCustomers(planning, plan.due);
      const problems = [...plan.problems, ...unread];
      const at = host.clock.now();
      const reports = due.map((report) => plannedReport(report, at));
      const text = reports.length === 0 ? `Nothing is due at ${isoUtc(at)}.` : reports.map(planText).join('\n\n');
      return { text, data: { now: isoUtc(at), reports, problems }, problems };
    });
  },
});

function plannedReport(report: DueReport, now: Instant) {
  const { ref, period, dueAt, timeZone: zone, subscription, recheckDay } = report;
  const { start, end } = periodInterval(period, zone);
  const { settings, recipients, unreachable } = subscription;
  const isTooOld = now - end > settings.mailUpToDaysOld[period.kind] * MS_PER_DAY;
  const readers = isTooOld || recheckDay !== undefined ? [] : recipients;
  return {
    location: locationPath(ref),
    kind: period.kind,
    period: period.key,
    timeZone: zone,
    start: bothWays(start, zone),
    end: bothWays(end, zone),
    due: bothWays(dueAt, zone),
    action: recheckDay === undefined ? ('make' as const) : ('recheck' as const),
    mailTo: readers.map(({ address }) => address),
    readers: readers.map(({ address, customer, formats, locale = settings.locale }) => ({
      address,
      locale,
      origin: customer === undefined ? ('configuration' as const) : ('customer' as const),
      formats,
    })),
    ...(unreachable === undefined ? {} : { unreachableCustomers: unreachable }),
    tooOldToMail: isTooOld,
  };
}

type PlannedReport = ReturnType<typeof plannedReport>;

const bothWays = (instant: Instant, zone: TimeZone) => ({ local: isoWithOffset(instant, zone), utc: isoUtc(instant) });

const threeWays = ({ local, utc }: { local: string; utc: string }, zone: TimeZone) =>
  `${clockLabel(parseInstant(utc), zone)}  ${local}  ${utc}`;

function planText(report: PlannedReport): string {
  const lines = [
    `${report.location} ${report.kind} ${report.period} (${report.timeZone})`,
    `  from  ${threeWays(report.start, report.timeZone)}`,
    `  until ${threeWays(report.end, report.timeZone)}`,
    `  due   ${threeWays(report.due, report.timeZone)}`,
    `  ${mailText(report)}`,
    ...readerLines(report),
  ];
  return lines.join('\n');
}

const ORIGINS = { configuration: 'named in the configuration', customer: 'customer of the location' } as const;

function readerLines({ readers, unreachableCustomers }: PlannedReport): string[] {
  const { withoutAddress = 0, invalidAddress = 0 } = unreachableCustomers ?? {};
  return [
    ...readers.map(
      ({ address, origin, formats, locale }) =>
        `    ${address}: ${ORIGINS[origin]}; ${formats.join(', ') || 'no file'}; ${locale}`,
    ),
    ...(withoutAddress === 0 ? [] : [`    customers without an address, left out: ${withoutAddress}`]),
    ...(invalidAddress === 0 ? [] : [`    customers whose address cannot be written to, left out: ${invalidAddress}`]),
  ];
}

function mailText({ action, tooOldToMail, mailTo }: PlannedReport): string {
  if (action === 'recheck') return 'reads the data of a finished report once more; a revision only if it changed';
  if (tooOldToMail) return 'too old to be mailed: goes into the archive only';
  return mailTo.length === 0
    ? 'nobody to mail it to: goes into the archive only'
    : `to ${mailTo.length === 1 ? 'one reader' : `${mailTo.length} readers`}:`;
}
