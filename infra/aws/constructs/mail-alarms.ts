import { Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { houseMetric, reputationMetric } from './house-metrics.ts';
import { type AlarmDesk, runbookAlarm } from './runbook-alarm.ts';

interface MailAlarmsProps {
  readonly desk: AlarmDesk;
  readonly configurationSetName: string;
}

/** The alarms about what becomes of mails. */
export function watchMail(scope: Construct, { desk, configurationSetName }: MailAlarmsProps): void {
  runbookAlarm(scope, 'mails-held', desk, {
    metric: houseMetric('make-report', 'ReportsHeld'),
    from: 1,
    impact: 'A mail was refused, or nobody can tell whether it went out: its reader waits for a person to decide.',
  });
  runbookAlarm(scope, 'mail-quota', desk, {
    metric: houseMetric('make-report', 'SesQuotaUsedRatio', { statistic: Stats.MAXIMUM }),
    from: 0.8,
    impact:
      'Four fifths of the mails that SES allows in 24 hours are sent; beyond that, reports wait for the next day.',
  });
  runbookAlarm(scope, 'mail-sent-twice', desk, {
    metric: houseMetric('record-mail-event', 'MailDuplicateProved'),
    from: 1,
    impact: 'Somebody got the same report twice.',
  });
  runbookAlarm(scope, 'mail-events-ignored', desk, {
    metric: houseMetric('record-mail-event', 'MailEventsIgnored'),
    from: 1,
    impact:
      'Something came in that speaks of mails which were never sent: a forgery, or another sender in our configuration set.',
  });
  runbookAlarm(scope, 'bounces', desk, {
    metric: reputationMetric(configurationSetName, 'BounceRate'),
    from: 0.03,
    impact: 'More than 3 % of the mails come back; at 5 % SES looks into it, at 10 % it stops all mails.',
  });
  runbookAlarm(scope, 'complaints', desk, {
    metric: reputationMetric(configurationSetName, 'ComplaintRate'),
    from: 0.0005,
    impact:
      'More than 0.05 % of the readers call the reports spam; at 0.1 % SES looks into it, at 0.5 % it stops all mails.',
  });
}
