import { randomBytes } from 'node:crypto';
import { systemTime } from '../../shared/adapters/clock/system-time.ts';
import { filesNamedIn } from '../../shared/adapters/configuration/parse-configuration.ts';
import { filesInBuckets } from '../../shared/adapters/files/bucket-tree.ts';
import { createHttpAgent } from '../../shared/adapters/http/http-agent.ts';
import { createPowertoolsLog } from '../../shared/adapters/powertools/log.ts';
import { createPowertoolsMetrics } from '../../shared/adapters/powertools/metrics.ts';
import { createConfigurationObject } from '../../shared/adapters/s3/configuration-object.ts';
import { createS3Store } from '../../shared/adapters/s3/object-store.ts';
import { createS3Client } from '../../shared/adapters/s3/s3-client.ts';
import { createSecretsClient } from '../../shared/adapters/secrets-manager/secrets-client.ts';
import { createApiTally } from '../api-tally.ts';
import { createSetupReader } from '../setup.ts';
import type { PlanReportsConfig } from './config.ts';
import { createLateRequests } from './late-requests.ts';
import type { TickParts } from './run-tick.ts';

/** A fleet of ten thousand locations has a hundred pages of them. */
const LIST_BUDGET_MS = 240_000;

/** Gives the parts of one tick, by the configuration of that moment. */
export type Container = () => Promise<TickParts>;

/** Everything that planning needs, put together once for the life of the process. */
export function createContainer({ own, aws }: PlanReportsConfig): Container {
  const { clock, monotonicMs, sleep } = systemTime;
  const random = Math.random;
  const service = 'plan-reports';
  const log = createPowertoolsLog({ service, version: own.METERPOST_VERSION });
  const metrics = createPowertoolsMetrics({ service, log });
  const s3 = createS3Client(aws);
  const shared = {
    ledger: createS3Store({ client: s3, bucket: own.LEDGER_BUCKET }),
    clock,
    newOwner: () => randomBytes(16).toString('hex'),
    pauses: { random, sleep },
  };
  const apiTally = createApiTally();
  const readSetup = createSetupReader({
    readText: createConfigurationObject({
      client: s3,
      bucket: own.CONFIGURATION_BUCKET,
      key: own.CONFIGURATION_KEY,
      clock,
      filesNamedIn,
    }),
    secretsClient: createSecretsClient(aws),
    secretIds: own.SOURCE_SECRETS,
    http: { dispatcher: createHttpAgent(), random, sleep, monotonicMs, onCall: apiTally.onCall },
    openTree: filesInBuckets(s3),
    outages: shared,
    clock,
    budgetMs: LIST_BUDGET_MS,
    // Those who make the reports have the rest.
    requestShare: 0.1,
  });
  const requests = createLateRequests(async () => {
    const { createReportRequests } = await import('./report-requests.ts');
    return createReportRequests(aws, own.REPORT_QUEUE_URL, log);
  });
  const kept = {
    ...shared,
    ...requests,
    log,
    metrics,
    tellUsage: () => apiTally.flush(metrics),
  };
  return async () => ({ ...kept, ...(await readSetup()) });
}
