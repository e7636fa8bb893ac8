import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { Alarms } from './constructs/alarms.ts';
import { EncryptionKey } from './constructs/encryption-key.ts';
import { MailService } from './constructs/mail-service.ts';
import { overview } from './constructs/overview.ts';
import { alarmTopic } from './constructs/runbook-alarm.ts';
import { createSourceSecrets, secretsVariable } from './constructs/source-secrets.ts';
import { createStores } from './constructs/stores.ts';
import { TickSchedule } from './constructs/tick-schedule.ts';
import { deadLetterQueue, WorkQueue } from './constructs/work-queue.ts';
import { MAKE_TIMEOUT, makeReportFunction } from './functions/make-report.ts';
import { planReportsFunction } from './functions/plan-reports.ts';
import { EVENTS_COLLECTED_FOR, RECORD_TIMEOUT, recordMailEventFunction } from './functions/record-mail-event.ts';
import type { Settings } from './settings.ts';

/**
 * A tick every fifteen minutes plans the reports that have fallen due; each becomes a message, each message a report in the
 * archive and a mail to each of its readers; what becomes of the mails comes back into the ledger.
 */
export class MeterpostStack extends Stack {
  constructor(scope: Construct, settings: Settings, version: string) {
    super(scope, settings.stackName, { description: 'meterpost: energy reports by mail, for every location its own' });
    const key = new EncryptionKey(this, 'Key');
    const failures = deadLetterQueue(this, 'FailedInvocations', key);
    const house = { version, key, failures, logRetention: settings.logRetentionDays as RetentionDays };

    const stores = createStores(this, key);
    const secrets = createSourceSecrets(this, settings.sources, key);
    const reportRequests = new WorkQueue(this, 'ReportRequests', { key, workTimeout: MAKE_TIMEOUT });
    const mailEvents = new WorkQueue(this, 'MailEvents', {
      key,
      workTimeout: RECORD_TIMEOUT,
      batchingWindow: EVENTS_COLLECTED_FOR,
    });
    const mail = new MailService(this, 'Mail', { settings, events: mailEvents, key });

    const planReports = planReportsFunction(this, { house, stores, secrets, reportRequests, settings });
    const makeReport = makeReportFunction(this, { house, stores, secrets, reportRequests, mail, settings });
    const recordMailEvent = recordMailEventFunction(this, { house, stores, mail, mailEvents });
    new TickSchedule(this, 'Tick', { target: planReports, failures, key });

    const { configurationSetName } = mail;
    const functions = [planReports, makeReport, recordMailEvent];
    const watched = { functions, reportRequests, mailEvents, configurationSetName, failedInvocations: failures };
    const topic = alarmTopic(this, 'AlarmTopic', { key, address: settings.alarmAddress, undelivered: failures });
    new Alarms(this, 'Alarms', { ...watched, desk: { topic, runbookUrl: settings.runbookUrl } });
    overview(this, 'Overview', watched);

    this.tell({
      Region: this.region,
      ConfigurationObject: stores.configuration.url,
      ArchiveBucket: stores.archive.bucketName,
      LedgerBucket: stores.ledger.bucketName,
      PlanReportsFunction: planReports.functionName,
      MakeReportFunction: makeReport.functionName,
      ReportQueue: reportRequests.queue.queueUrl,
      ReportDeadLetters: reportRequests.deadLetters.queueUrl,
      MailEventDeadLetters: mailEvents.deadLetters.queueUrl,
      FailedInvocationsQueue: failures.queueUrl,
      SourceSecrets: secretsVariable(this, secrets),
      WhenInDoubt: settings.whenInDoubt,
      DoubtDeadlineMinutes: String(settings.doubtDeadlineMinutes),
      ...Object.fromEntries([...secrets].map(([source, { secretName }]) => [`Secret-${source}`, secretName])),
    });
  }

  /** Prints names that the deployment has given, for people and their commands to use. */
  private tell(outputs: Readonly<Record<string, string>>): void {
    for (const [name, value] of Object.entries(outputs)) new CfnOutput(this, name, { value });
  }
}
