import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { systemTime } from '../../shared/adapters/clock/system-time.ts';
import { filesNamedIn } from '../../shared/adapters/configuration/parse-configuration.ts';
import { filesInBuckets } from '../../shared/adapters/files/bucket-tree.ts';
import { createHttpAgent } from '../../shared/adapters/http/http-agent.ts';
import { mimeBytes } from '../../shared/adapters/mime/mime-bytes.ts';
import { createPowertoolsLog } from '../../shared/adapters/powertools/log.ts';
import { createPowertoolsMetrics } from '../../shared/adapters/powertools/metrics.ts';
import { createConfigurationObject } from '../../shared/adapters/s3/configuration-object.ts';
import { createS3Store } from '../../shared/adapters/s3/object-store.ts';
import { createS3Client } from '../../shared/adapters/s3/s3-client.ts';
import { createSecretsClient } from '../../shared/adapters/secrets-manager/secrets-client.ts';
import { createSesMailer } from '../../shared/adapters/ses/mailer.ts';
import { noteInsteadOfAttachments } from '../../shared/adapters/ses/note-instead.ts';
import { createPace } from '../../shared/adapters/ses/pace.ts';
import { createSendRate } from '../../shared/adapters/ses/send-rate.ts';
import { createSesClient } from '../../shared/adapters/ses/ses-client.ts';
import { builtOnce } from '../../shared/application/built-once.ts';
import { createFactsArchive } from '../../shared/application/facts-archive.ts';
import { openOnce, type RequestParts } from '../../shared/application/fulfil-request.ts';
import type { Metrics } from '../../shared/application/metrics.ts';
import type { DigestComposer, Log } from '../../shared/application/ports.ts';
import { languageFor } from '../../shared/rendering/language/language.ts';
import { createDigestComposer } from '../../shared/rendering/mail/digest-composer.ts';
import { createMailComposer } from '../../shared/rendering/mail/mail-composer.ts';
import { createApiTally } from '../api-tally.ts';
import { createSetupReader } from '../setup.ts';
import type { MakeReportConfig } from './config.ts';
import type { HideMessage } from './message-visibility.ts';
import { observedRenderer } from './observed-renderer.ts';
import { createRenderer } from './renderer.ts';
import { checkSender } from './sender.ts';

export interface ReportParts extends RequestParts {
  readonly digestComposer: DigestComposer;
}

export interface Container {
  /** The parts for one report, by the configuration of that moment. @throws ConfigurationError, SourceAccessError, StoreError */
  readonly partsNow: () => Promise<ReportParts>;
  readonly hideMessage: HideMessage;
  readonly random: () => number;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Records what the process took of memory and of the sources, at the end of each invocation. */
  readonly tellUsage: () => void;
}

/** Everything that making and mailing reports needs, put together once for the life of the process. */
export function createContainer({ own, aws }: MakeReportConfig): Container {
  const { clock, monotonicMs, sleep } = systemTime;
  const random = Math.random;
  const service = 'make-report';
  const log = createPowertoolsLog({ service, version: own.METERPOST_VERSION });
  const metrics = createPowertoolsMetrics({ service, log });
  const s3 = createS3Client(aws);
  const ses = createSesClient(aws);
  const pauses = { random, sleep };
  const archive = createS3Store({ client: s3, bucket: own.ARCHIVE_BUCKET });
  const shared = {
    ledger: createS3Store({ client: s3, bucket: own.LEDGER_BUCKET }),
    clock,
    newOwner: () => randomBytes(16).toString('hex'),
    pauses,
    metrics,
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
    // The planner has the rest.
    requestShare: 0.9 / own.MAXIMUM_CONCURRENCY,
  });
  const turnsPerSecond = createSendRate({
    client: ses,
    clock,
    log,
    concurrentSenders: own.MAXIMUM_CONCURRENCY,
    metrics,
  });
  const kept = {
    ...shared,
    archive,
    facts: createFactsArchive({ archive, ledger: shared.ledger, pauses }),
    renderer: observedRenderer(createRenderer(path.join(own.LAMBDA_TASK_ROOT, 'fonts')), metrics, monotonicMs),
    composer: createMailComposer(),
    digestComposer: createDigestComposer(),
    mailer: createSesMailer({
      client: ses,
      configurationSet: own.CONFIGURATION_SET,
      toMime: mimeBytes,
      withoutAttachments: noteInsteadOfAttachments(({ tags, content }) =>
        languageFor(content.language).texts.mail.filesTooLarge(`${tags.kind} ${tags.period} ${tags.report}`),
      ),
      metrics,
      pace: createPace({ turnsPerSecond, monotonicMs, sleep }),
    }),
    doubtDeadlineMs: own.DOUBT_DEADLINE_MINUTES * 60_000,
    whenInDoubt: own.WHEN_IN_DOUBT,
    timeZoneDatabase: process.versions['tz'] ?? 'unknown',
  };
  // Seldom needed: most messages are worked at once.
  const hideMessage = builtOnce(async () => {
    const { createHideMessage } = await import('./message-visibility.ts');
    return createHideMessage({ aws, queueUrl: own.REPORT_QUEUE_URL, log });
  });
  return {
    async partsNow() {
      const { configuration, sources } = await readSetup();
      checkSender(configuration.sender.from, own.SENDER_ADDRESS);
      return { ...kept, configuration, sender: configuration.sender, openLocation: openOnce(sources) };
    },
    hideMessage: async (receiptHandle, seconds) => (await hideMessage())(receiptHandle, seconds),
    random,
    log,
    metrics,
    tellUsage() {
      metrics({ name: 'MemoryUsedMb', value: process.memoryUsage.rss() / 1e6 });
      apiTally.flush(metrics);
    },
  };
}
