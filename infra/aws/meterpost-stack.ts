import { CfnOutput, Duration, Stack, Validations } from 'aws-cdk-lib';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { MakeReportVariable } from '../../functions/make-report/config.ts';
import type { PlanReportsVariable } from '../../functions/plan-reports/config.ts';
import type { RecordMailEventVariable } from '../../functions/record-mail-event/config.ts';
import { Alarms } from './constructs/alarms.ts';
import { accessLogBucket, DataBucket } from './constructs/data-bucket.ts';
import { EncryptionKey } from './constructs/encryption-key.ts';
import { MailService } from './constructs/mail-service.ts';
import { overview } from './constructs/overview.ts';
import {
  createObjects,
  postponeMessages,
  readObjects,
  readSecrets,
  sendMessages,
  useKey,
} from './constructs/permissions.ts';
import { ReportFunction } from './constructs/report-function.ts';
import { alarmTopic } from './constructs/runbook-alarm.ts';
import { sourceSecret } from './constructs/source-secret.ts';
import { TickSchedule } from './constructs/tick-schedule.ts';
import { deadLetterQueue, WorkQueue } from './constructs/work-queue.ts';
import type { Settings } from './settings.ts';

const CONFIGURATION_KEY = 'meterpost.config.json';
const PLAN_TIMEOUT = Duration.minutes(5);
/** A source that is slow may take half of it for a month. */
const MAKE_TIMEOUT = Duration.minutes(5);
const RECORD_TIMEOUT = Duration.seconds(30);
const EVENTS_COLLECTED_FOR = Duration.seconds(20);

/**
 * A tick every fifteen minutes plans the reports that have fallen due; each becomes a message, each message a report in the
 * archive and a mail to each of its readers; what becomes of the mails comes back into the ledger.
 */
export class MeterpostStack extends Stack {
  constructor(scope: Construct, settings: Settings, version: string) {
    super(scope, settings.stackName, { description: 'meterpost: energy reports by mail, for every location its own' });

    const key = new EncryptionKey(this, 'Key');
    const accessLogs = accessLogBucket(this, 'AccessLogs');
    const archive = new DataBucket(this, 'Archive', { key, accessLogs }).acceptOnlyNewObjects();
    const ledger = new DataBucket(this, 'Ledger', { key, accessLogs }).acceptOnlyNewObjects().refuseRemovals();
    const configuration = new DataBucket(this, 'Configuration', { key, accessLogs });
    const secrets = new Map(settings.sources.map((source) => [source, sourceSecret(this, source, key)]));

    const reportRequests = new WorkQueue(this, 'ReportRequests', { key, workTimeout: MAKE_TIMEOUT });
    const mailEvents = new WorkQueue(this, 'MailEvents', {
      key,
      workTimeout: RECORD_TIMEOUT,
      batchingWindow: EVENTS_COLLECTED_FOR,
    });
    const failures = deadLetterQueue(this, 'FailedInvocations', key);
    const mail = new MailService(this, 'Mail', {
      senderAddress: settings.senderAddress,
      identity: settings.mailIdentity ?? settings.senderAddress.slice(settings.senderAddress.lastIndexOf('@') + 1),
      createIdentity: settings.createMailIdentity,
      events: mailEvents,
      key,
    });

    const ofTheHouse = { key, failures, logRetention: settings.logRetentionDays as RetentionDays };
    const configured = {
      METERPOST_VERSION: version,
      CONFIGURATION_BUCKET: configuration.bucketName,
      CONFIGURATION_KEY,
      LEDGER_BUCKET: ledger.bucketName,
      REPORT_QUEUE_URL: reportRequests.queue.queueUrl,
      SOURCE_SECRETS: this.toJsonString(
        Object.fromEntries([...secrets].map(([source, { secretArn }]) => [source, secretArn])),
      ),
    };
    const planReports = new ReportFunction<PlanReportsVariable>(this, 'PlanReports', {
      ...ofTheHouse,
      name: 'plan-reports',
      description: 'Finds the reports that have fallen due and are not finished, and asks for each',
      memoryMB: 512,
      timeout: PLAN_TIMEOUT,
      environment: configured,
      mayDo: [
        readObjects(configuration, CONFIGURATION_KEY),
        readObjects(ledger, 'ledger/v1/*'),
        createObjects(ledger, 'ledger/v1/anchors/*'),
        readSecrets([...secrets.values()]),
        sendMessages(reportRequests.queue),
        useKey(key, 's3', 'secretsmanager'),
      ],
    });
    const makeReport = new ReportFunction<MakeReportVariable>(this, 'MakeReport', {
      ...ofTheHouse,
      name: 'make-report',
      description:
        'Makes one report, keeps it in the archive and mails it; also on demand, for one location and period',
      memoryMB: 1024,
      timeout: MAKE_TIMEOUT,
      environment: {
        ...configured,
        ARCHIVE_BUCKET: archive.bucketName,
        SENDER_ADDRESS: settings.senderAddress,
        CONFIGURATION_SET: mail.configurationSetName,
        MAXIMUM_CONCURRENCY: String(settings.maximumConcurrency),
        WHEN_IN_DOUBT: settings.whenInDoubt,
        DOUBT_DEADLINE_MINUTES: String(settings.doubtDeadlineMinutes),
      },
      mayDo: [
        readObjects(configuration, CONFIGURATION_KEY),
        readObjects(ledger, 'ledger/v1/*'),
        createObjects(
          ledger,
          ...['reports', 'finished', 'rechecked', 'unmailed', 'digests'].map((part) => `ledger/v1/${part}/*`),
        ),
        readObjects(archive, '*'),
        createObjects(archive, 'reports/*', 'facts/*'),
        readSecrets([...secrets.values()]),
        postponeMessages(reportRequests.queue),
        useKey(key, 's3', 'secretsmanager'),
        mail.sending(),
        mail.askingForTheQuota(),
      ],
    });
    const recordMailEvent = new ReportFunction<RecordMailEventVariable>(this, 'RecordMailEvent', {
      ...ofTheHouse,
      name: 'record-mail-event',
      description: 'Notes in the ledger what SES tells of the mails that were sent',
      memoryMB: 512,
      timeout: RECORD_TIMEOUT,
      environment: {
        METERPOST_VERSION: version,
        LEDGER_BUCKET: ledger.bucketName,
        CONFIGURATION_SET: mail.configurationSetName,
      },
      mayDo: [
        readObjects(ledger, 'ledger/v1/*'),
        createObjects(
          ledger,
          ...['reports', 'digests'].flatMap((part) => [
            `ledger/v1/${part}/*/mail/*/event-*`,
            `ledger/v1/${part}/*/outcome/*`,
          ]),
          'ledger/v1/suppressed/*',
        ),
        useKey(key, 's3'),
      ],
    });
    const functions = [planReports, makeReport, recordMailEvent];

    new TickSchedule(this, 'Tick', { target: planReports, failures, key });
    workOneByOne(makeReport, reportRequests, settings.maximumConcurrency);
    workInBatches(recordMailEvent, mailEvents);

    const { configurationSetName } = mail;
    const watched = { functions, reportRequests, mailEvents, configurationSetName };
    new Alarms(this, 'Alarms', {
      ...watched,
      desk: {
        topic: alarmTopic(this, 'AlarmTopic', { key, address: settings.alarmAddress, undelivered: failures }),
        runbookUrl: settings.runbookUrl,
      },
      failedInvocations: failures,
    });
    overview(this, 'Overview', watched);

    this.tell({
      ConfigurationObject: `s3://${configuration.bucketName}/${CONFIGURATION_KEY}`,
      ArchiveBucket: archive.bucketName,
      LedgerBucket: ledger.bucketName,
      PlanReportsFunction: planReports.functionName,
      MakeReportFunction: makeReport.functionName,
      ReportDeadLetters: reportRequests.deadLetters.queueUrl,
      MailEventDeadLetters: mailEvents.deadLetters.queueUrl,
      FailedInvocationsQueue: failures.queueUrl,
      ...Object.fromEntries([...secrets].map(([source, { secretName }]) => [`Secret-${source}`, secretName])),
    });
  }

  /** Prints names that the deployment has given, for people to use. */
  private tell(outputs: Readonly<Record<string, string>>): void {
    for (const [name, value] of Object.entries(outputs)) new CfnOutput(this, name, { value });
  }
}

/** One message, one report: a report that fails or dawdles takes no other with it. */
function workOneByOne(fn: ReportFunction, { queue }: WorkQueue, maxConcurrency: number): void {
  fn.addEventSource(new SqsEventSource(queue, { batchSize: 1, reportBatchItemFailures: true, maxConcurrency }));
  acknowledgeMappings(fn);
}

function workInBatches(fn: ReportFunction, { queue }: WorkQueue): void {
  fn.addEventSource(
    new SqsEventSource(queue, {
      batchSize: 10,
      reportBatchItemFailures: true,
      maxBatchingWindow: EVENTS_COLLECTED_FOR,
    }),
  );
  acknowledgeMappings(fn);
}

function acknowledgeMappings(fn: ReportFunction): void {
  Validations.of(fn).acknowledge({
    id: 'Serverless-LambdaEventSourceMappingDestination',
    reason:
      'A mapping of an SQS queue takes no destination: what keeps failing goes to the dead-letter queue behind it.',
  });
}
