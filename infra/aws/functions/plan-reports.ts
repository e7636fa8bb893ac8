import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { PlanReportsVariable } from '../../../functions/plan-reports/config.ts';
import { readForeignObjects, sendMessages, useKey } from '../constructs/permissions.ts';
import { type House, ReportFunction } from '../constructs/report-function.ts';
import { readingSecrets, type SourceSecrets, secretsVariable } from '../constructs/source-secrets.ts';
import { addingToLedger, readingConfiguration, readingLedger, type Stores } from '../constructs/stores.ts';
import type { WorkQueue } from '../constructs/work-queue.ts';
import type { Settings } from '../settings.ts';

export interface PlanReportsProps {
  readonly house: House;
  readonly stores: Stores;
  readonly secrets: SourceSecrets;
  readonly reportRequests: WorkQueue;
  readonly settings: Settings;
}

export function planReportsFunction(scope: Construct, props: PlanReportsProps): ReportFunction {
  const { house, stores, secrets, reportRequests, settings } = props;
  return new ReportFunction<PlanReportsVariable>(scope, 'PlanReports', {
    house,
    name: 'plan-reports',
    description: 'Finds the reports that have fallen due and are not finished, and asks for each',
    // One whole processor, which the largest ticks use for a minute; one that finds nothing takes a blink of it.
    memoryMB: 1_769,
    // Less than from one tick to the next.
    timeout: Duration.minutes(10),
    environment: {
      METERPOST_VERSION: house.version,
      CONFIGURATION_BUCKET: stores.configuration.bucket.bucketName,
      CONFIGURATION_KEY: stores.configuration.key,
      LEDGER_BUCKET: stores.ledger.bucketName,
      REPORT_QUEUE_URL: reportRequests.queue.queueUrl,
      SOURCE_SECRETS: secretsVariable(scope, secrets),
    },
    mayDo: [
      readingConfiguration(stores),
      readingLedger(stores),
      addingToLedger(stores, 'anchors/*', 'control/*'),
      readingSecrets(secrets),
      ...settings.dataLocations.map((location) => readForeignObjects(scope, location)),
      sendMessages(reportRequests.queue),
      useKey(house.key, 's3', 'secretsmanager'),
    ],
  });
}
