import { Duration } from 'aws-cdk-lib';
import {
  Dashboard,
  GraphWidget,
  type IMetric,
  LogQueryWidget,
  SingleValueWidget,
  Stats,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { houseMetric, reputationMetric } from './house-metrics.ts';
import type { ReportFunction } from './report-function.ts';
import type { WorkQueue } from './work-queue.ts';

export interface OverviewProps {
  readonly functions: readonly ReportFunction[];
  readonly reportRequests: WorkQueue;
  readonly mailEvents: WorkQueue;
  readonly configurationSetName: string;
}

const DAY = Duration.days(1);
const LATEST_FAILURES = `fields @timestamp, event, report, kind, period, code, outcome
| filter level in ["ERROR", "WARN"]
| sort @timestamp desc
| limit 20`;

/** One screen, in the order in which somebody who was woken asks. */
export function overview(scope: Construct, id: string, props: OverviewProps): Dashboard {
  const { functions, reportRequests, mailEvents, configurationSetName } = props;
  const graph = (title: string, left: IMetric[], right: IMetric[] = []) =>
    new GraphWidget({ title, left, right, width: 8 });
  const dashboard = new Dashboard(scope, id);
  dashboard.addWidgets(
    new SingleValueWidget({
      title: 'Reports of the last day',
      width: 16,
      setPeriodToTimeRange: false,
      metrics: [
        houseMetric('make-report', 'ReportsArchived', { period: DAY }),
        houseMetric('make-report', 'ReportsMailed', { period: DAY }),
        houseMetric('make-report', 'ReportsProvisional', { period: DAY }),
        houseMetric('make-report', 'ReportsHeld', { period: DAY }),
        houseMetric('make-report', 'ReportsFailed', { period: DAY }),
      ],
    }),
    graph('Longest overdue, seconds', [
      houseMetric('plan-reports', 'OldestOpenReportAgeSeconds', { statistic: Stats.MAXIMUM }),
    ]),
  );
  dashboard.addWidgets(
    graph('Planning', [houseMetric('plan-reports', 'PlannerTick'), houseMetric('plan-reports', 'ReportsDue')]),
    graph(
      'Report requests waiting, and the age of the oldest',
      [reportRequests.queue.metricApproximateNumberOfMessagesVisible()],
      [reportRequests.queue.metricApproximateAgeOfOldestMessage()],
    ),
    graph('Set aside', [
      reportRequests.deadLetters.metricApproximateNumberOfMessagesVisible(),
      mailEvents.deadLetters.metricApproximateNumberOfMessagesVisible(),
    ]),
  );
  dashboard.addWidgets(
    graph('Trouble with sources', [
      houseMetric('plan-reports', 'PlanProblems'),
      houseMetric('make-report', 'ReportsFailed'),
      houseMetric('make-report', 'ReportsWaiting'),
    ]),
    graph(
      'Errors',
      functions.map((fn) => fn.metricErrors()),
      functions.map((fn) => fn.metricThrottles()),
    ),
    graph(
      'Duration',
      functions.map((fn) => fn.metricDuration({ statistic: Stats.p(99) })),
    ),
  );
  dashboard.addWidgets(
    graph(
      'Requests to sources, and how long an answer takes (ms)',
      [houseMetric('make-report', 'ApiCalls'), houseMetric('plan-reports', 'ApiCalls')],
      [houseMetric('make-report', 'ApiLatencyMs', { statistic: Stats.AVERAGE })],
    ),
    graph('Requests that failed, or were not made because a source is left alone', [
      houseMetric('make-report', 'Api401'),
      houseMetric('make-report', 'Api429'),
      houseMetric('make-report', 'Api5xx'),
      houseMetric('make-report', 'BreakerOpen'),
    ]),
    graph('Coverage of the data, %', [houseMetric('make-report', 'CoveragePercent', { statistic: Stats.AVERAGE })]),
  );
  dashboard.addWidgets(
    graph('Mail', [
      houseMetric('make-report', 'ReportsMailed'),
      houseMetric('make-report', 'MailAmbiguous'),
      houseMetric('make-report', 'MailResent'),
      houseMetric('make-report', 'SesThrottled'),
      houseMetric('record-mail-event', 'Bounces'),
      houseMetric('record-mail-event', 'Complaints'),
    ]),
    graph('Share of mails that came back, or were called spam', [
      reputationMetric(configurationSetName, 'BounceRate'),
      reputationMetric(configurationSetName, 'ComplaintRate'),
    ]),
    new LogQueryWidget({
      title: 'Latest failures',
      width: 8,
      logGroupNames: functions.map((fn) => fn.logGroup.logGroupName),
      queryString: LATEST_FAILURES,
    }),
  );
  return dashboard;
}
