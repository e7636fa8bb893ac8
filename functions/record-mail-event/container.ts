import { randomBytes } from 'node:crypto';
import { systemTime } from '../../shared/adapters/clock/system-time.ts';
import { createPowertoolsLog } from '../../shared/adapters/powertools/log.ts';
import { createPowertoolsMetrics } from '../../shared/adapters/powertools/metrics.ts';
import { createS3Store } from '../../shared/adapters/s3/object-store.ts';
import { createS3Client } from '../../shared/adapters/s3/s3-client.ts';
import type { LedgerParts } from '../../shared/application/ledger.ts';
import type { Metrics } from '../../shared/application/metrics.ts';
import type { Log } from '../../shared/application/ports.ts';
import type { RecordMailEventConfig } from './config.ts';

export interface Container extends LedgerParts {
  readonly configurationSet: string;
  readonly log: Log;
  readonly metrics: Metrics;
}

/** Everything that recording needs: the ledger, and nothing that could send or read a report. */
export function createContainer({ own, aws }: RecordMailEventConfig): Container {
  const service = 'record-mail-event';
  const log = createPowertoolsLog({ service, version: own.METERPOST_VERSION });
  return {
    ledger: createS3Store({ client: createS3Client(aws), bucket: own.LEDGER_BUCKET }),
    newOwner: () => randomBytes(16).toString('hex'),
    pauses: { random: Math.random, sleep: systemTime.sleep },
    configurationSet: own.CONFIGURATION_SET,
    log,
    metrics: createPowertoolsMetrics({ service, log }),
  };
}
