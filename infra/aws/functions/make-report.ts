import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { MakeReportVariable } from '../../../functions/make-report/config.ts';
import type { MailService } from '../constructs/mail-service.ts';
import { postponeMessages, readForeignObjects, useKey } from '../constructs/permissions.ts';
import { type House, ReportFunction } from '../constructs/report-function.ts';
import { readingSecrets, type SourceSecrets, secretsVariable } from '../constructs/source-secrets.ts';
import {
  addingToArchive,
  addingToLedger,
  readingArchive,
  readingConfiguration,
  readingLedger,
  type Stores,
} from '../constructs/stores.ts';
import type { WorkQueue } from '../constructs/work-queue.ts';
import type { Settings } from '../settings.ts';

/** A source that is slow may take half of it for a month. */
export const MAKE_TIMEOUT = Duration.minutes(5);

export interface MakeReportProps {
  readonly house: House;
  readonly stores: Stores;
  readonly secrets: SourceSecrets;
  readonly reportRequests: WorkQueue;
  readonly mail: MailService;
  readonly settings: Settings;
}

/** One message, one report: a report that fails or dawdles takes no other with it. */
export function makeReportFunction(scope: Construct, props: MakeReportProps): ReportFunction {
  const { house, stores, secrets, reportRequests, mail, settings } = props;
  const fn = new ReportFunction<MakeReportVariable>(scope, 'MakeReport', {
    house,
    name: 'make-report',
    description: 'Makes one report, keeps it in the archive and mails it; also on demand, for one location and period',
    // Twice what a month of a hundred circuits takes; less would make people wait, and save a twentieth.
    memoryMB: 640,
    timeout: MAKE_TIMEOUT,
    environment: {
      METERPOST_VERSION: house.version,
      CONFIGURATION_BUCKET: stores.configuration.bucket.bucketName,
      CONFIGURATION_KEY: stores.configuration.key,
      ARCHIVE_BUCKET: stores.archive.bucketName,
      LEDGER_BUCKET: stores.ledger.bucketName,
      REPORT_QUEUE_URL: reportRequests.queue.queueUrl,
      SOURCE_SECRETS: secretsVariable(scope, secrets),
      SENDER_ADDRESS: settings.senderAddress,
      CONFIGURATION_SET: mail.configurationSetName,
      MAXIMUM_CONCURRENCY: String(settings.maximumConcurrency),
      WHEN_IN_DOUBT: settings.whenInDoubt,
      DOUBT_DEADLINE_MINUTES: String(settings.doubtDeadlineMinutes),
    },
    mayDo: [
      readingConfiguration(stores),
      readingLedger(stores),
      addingToLedger(stores, 'reports/*', 'finished/*', 'rechecked/*', 'unmailed/*', 'digests/*', 'control/*'),
      readingArchive(stores),
      addingToArchive(stores),
      readingSecrets(secrets),
      ...settings.dataLocations.map((location) => readForeignObjects(scope, location)),
      postponeMessages(reportRequests.queue),
      useKey(house.key, 's3', 'secretsmanager'),
      mail.sending(),
      mail.askingForTheQuota(),
    ],
  });
  return fn.working(reportRequests, { batchSize: 1, maxConcurrency: settings.maximumConcurrency });
}
