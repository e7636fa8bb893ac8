import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { RecordMailEventVariable } from '../../../functions/record-mail-event/config.ts';
import type { MailService } from '../constructs/mail-service.ts';
import { useKey } from '../constructs/permissions.ts';
import { type House, ReportFunction } from '../constructs/report-function.ts';
import { addingToLedger, readingLedger, type Stores } from '../constructs/stores.ts';
import type { WorkQueue } from '../constructs/work-queue.ts';

export const RECORD_TIMEOUT = Duration.seconds(30);
export const EVENTS_COLLECTED_FOR = Duration.seconds(20);

export interface RecordMailEventProps {
  readonly house: House;
  readonly stores: Stores;
  readonly mail: MailService;
  readonly mailEvents: WorkQueue;
}

/** It may add to the ledger beside what is there, and neither send nor read a report. */
export function recordMailEventFunction(scope: Construct, props: RecordMailEventProps): ReportFunction {
  const { house, stores, mail, mailEvents } = props;
  const fn = new ReportFunction<RecordMailEventVariable>(scope, 'RecordMailEvent', {
    house,
    name: 'record-mail-event',
    description: 'Notes in the ledger what SES tells of the mails that were sent',
    // It waits for the ledger, and computes next to nothing.
    memoryMB: 256,
    timeout: RECORD_TIMEOUT,
    environment: {
      METERPOST_VERSION: house.version,
      LEDGER_BUCKET: stores.ledger.bucketName,
      CONFIGURATION_SET: mail.configurationSetName,
    },
    mayDo: [
      readingLedger(stores),
      addingToLedger(stores, 'reports/*/mail/*/event-*', 'reports/*/outcome/*'),
      addingToLedger(stores, 'digests/*/mail/*/event-*', 'digests/*/outcome/*'),
      addingToLedger(stores, 'suppressed/*'),
      useKey(house.key, 's3'),
    ],
  });
  return fn.working(mailEvents, { batchSize: 10, maxBatchingWindow: EVENTS_COLLECTED_FOR });
}
