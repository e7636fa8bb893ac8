import { Duration } from 'aws-cdk-lib';
import { MathExpression, Stats, Unit } from 'aws-cdk-lib/aws-cloudwatch';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { MetricReason } from '../../../shared/application/metrics.ts';
import { houseMetric } from './house-metrics.ts';
import { watchMail } from './mail-alarms.ts';
import type { ReportFunction } from './report-function.ts';
import { type AlarmDesk, runbookAlarm } from './runbook-alarm.ts';
import type { WorkQueue } from './work-queue.ts';

export interface AlarmsProps {
  readonly desk: AlarmDesk;
  readonly functions: readonly ReportFunction[];
  readonly reportRequests: WorkQueue;
  readonly mailEvents: WorkQueue;
  readonly failedInvocations: IQueue;
  readonly configurationSetName: string;
}

const MINUTES_15 = Duration.minutes(15);
const OVERDUE_SECONDS = 6 * 3600;
const QUEUE_AGE_SECONDS = 3600;

/** Everything that somebody should hear of, each with what it means for people. */
export class Alarms extends Construct {
  constructor(scope: Construct, id: string, props: AlarmsProps) {
    super(scope, id);
    this.watchThePromise(props);
    this.watchQueues(props);
    watchMail(this, props);
    for (const fn of props.functions) this.watchFunction(fn, props.desk);
  }

  private watchThePromise({ desk }: AlarmsProps): void {
    runbookAlarm(this, 'no-tick', desk, {
      metric: new MathExpression({
        expression: 'IF(FILL(ticks, 0) < 1, 1, 0)',
        usingMetrics: { ticks: houseMetric('plan-reports', 'PlannerTick') },
        period: MINUTES_15,
        label: 'quarters of an hour without a tick',
      }),
      from: 1,
      periods: 3,
      silenceIsBad: true,
      impact: "No report has been planned for 45 minutes: nobody gets today's report until this is mended.",
    });
    runbookAlarm(this, 'reports-late', desk, {
      metric: houseMetric('plan-reports', 'OldestOpenReportAgeSeconds', { statistic: Stats.MAXIMUM }),
      from: OVERDUE_SECONDS,
      impact: 'Somebody has waited for a report for more than six hours longer than promised.',
    });
    runbookAlarm(this, 'source-refuses-access', desk, {
      metric: troubleWithSources('access'),
      from: 1,
      impact: 'A source refuses our credentials: its locations get no reports until they are renewed.',
    });
    runbookAlarm(this, 'source-unavailable', desk, {
      metric: troubleWithSources('unavailable'),
      from: 1,
      periods: 4,
      impact: 'A source, or one of its locations, has not answered for an hour: reports come later; nothing is lost.',
    });
    runbookAlarm(this, 'locations-gone', desk, {
      metric: houseMetric('plan-reports', 'PlanProblems', { reason: 'shrunk_list' }),
      from: 1,
      impact: 'More than a fifth of a fleet is gone from its list: those locations get no reports until they are back.',
    });
    runbookAlarm(this, 'archive-conflict', desk, {
      metric: houseMetric('make-report', 'LedgerTamper'),
      from: 1,
      impact: 'The archive holds other bytes than were made, or an object has vanished: nothing was mailed from it.',
    });
  }

  private watchQueues({ desk, reportRequests, mailEvents, failedInvocations }: AlarmsProps): void {
    runbookAlarm(this, 'report-queue-old', desk, {
      metric: reportRequests.queue.metricApproximateAgeOfOldestMessage({
        period: MINUTES_15,
        statistic: Stats.MAXIMUM,
      }),
      from: QUEUE_AGE_SECONDS,
      impact: 'Reports wait for more than an hour to be made: they come late.',
    });
    const waiting = (queue: IQueue) =>
      queue.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(5), statistic: Stats.MAXIMUM });
    runbookAlarm(this, 'report-dead-letters', desk, {
      metric: waiting(reportRequests.deadLetters),
      from: 1,
      impact: 'A report could not be made in ten tries: its readers have not got it.',
    });
    runbookAlarm(this, 'mail-event-dead-letters', desk, {
      metric: waiting(mailEvents.deadLetters),
      from: 1,
      impact: 'What SES told about a mail could not be recorded: the mail may be sent a second time.',
    });
    runbookAlarm(this, 'failed-invocations', desk, {
      metric: waiting(failedInvocations),
      from: 1,
      impact: 'A tick or a report that somebody asked for failed outright.',
    });
  }

  private watchFunction(fn: ReportFunction, desk: AlarmDesk): void {
    runbookAlarm(this, `${fn.title}-errors`, desk, {
      metric: fn.metricErrors({ period: MINUTES_15 }),
      // A request that a person mistyped is an error of this function as well.
      from: fn.title === 'make-report' ? 3 : 1,
      chapter: 'function-errors',
      impact: `${fn.title} ran out of time or memory, or met a defect: what it was doing is tried again, and comes late.`,
    });
    runbookAlarm(this, `${fn.title}-throttles`, desk, {
      metric: fn.metricThrottles({ period: MINUTES_15 }),
      from: 1,
      periods: 2,
      chapter: 'function-throttles',
      impact: `${fn.title} is kept from running by the account's limit of concurrent functions: reports come late.`,
    });
    const limitMs = fn.timeout?.toMilliseconds() ?? 0;
    runbookAlarm(this, `${fn.title}-slow`, desk, {
      metric: fn.metricDuration({ period: MINUTES_15, statistic: Stats.p(99), unit: Unit.MILLISECONDS }),
      from: 0.7 * limitMs,
      periods: 2,
      chapter: 'function-slow',
      impact: `${fn.title} needs more than 70 % of its time limit; beyond it, it is cut off, and reports come late.`,
    });
  }
}

/** The trouble with sources that planning and making met, in one figure. */
function troubleWithSources(reason: MetricReason): MathExpression {
  return new MathExpression({
    expression: 'FILL(planning, 0) + FILL(making, 0)',
    usingMetrics: {
      planning: houseMetric('plan-reports', 'PlanProblems', { reason }),
      making: houseMetric('make-report', 'ReportsFailed', { reason }),
    },
    period: MINUTES_15,
    label: `refusals (${reason})`,
  });
}
