import { type AwsAccess, parseAwsAccess } from '../../shared/adapters/aws/aws-access.ts';
import { filesNamedIn, parseConfiguration } from '../../shared/adapters/configuration/parse-configuration.ts';
import { SOURCE_CHECKERS } from '../../shared/adapters/configuration/source-checkers.ts';
import { filesInBuckets } from '../../shared/adapters/files/bucket-tree.ts';
import { createHttpAgent } from '../../shared/adapters/http/http-agent.ts';
import { createConfigurationObject } from '../../shared/adapters/s3/configuration-object.ts';
import { createS3Store } from '../../shared/adapters/s3/object-store.ts';
import { createS3Client } from '../../shared/adapters/s3/s3-client.ts';
import { createSecretsClient } from '../../shared/adapters/secrets-manager/secrets-client.ts';
import { openDeployedSources } from '../../shared/adapters/sources/deployed-sources.ts';
import { opensWithoutSecret } from '../../shared/adapters/sources/source-kinds.ts';
import { createSqsReportQueue } from '../../shared/adapters/sqs/report-queue.ts';
import { createSqsClient } from '../../shared/adapters/sqs/sqs-client.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import { ConfigurationError } from '../../shared/errors.ts';
import type { CommandContext } from './command-line/command.ts';
import { countDeadLetters, giveBackDeadLetters } from './deployment/dead-letters.ts';
import { type Deployment, readDeployment } from './deployment/outputs.ts';
import { sendRequests } from './deployment/send-requests.ts';
import { monotonicMs, newToken, pauses, systemClock } from './host.ts';
import { withFileName } from './load-configuration.ts';
import type { OperatorHost } from './operator-host.ts';
import { requestOf } from './work-off.ts';

/**
 * A deployment: its ledger, read and written by S3, and its workers, asked by messages. Credentials come from the
 * environment, as everywhere.
 *
 * @throws ConfigurationError when the deployment or the environment cannot be made out
 */
export async function openAwsHost(
  context: CommandContext,
  file: string,
  now: Instant | undefined,
): Promise<OperatorHost> {
  const deployment = await readDeployment(file, context.workingFolder);
  const access = accessTo(deployment, context.environment);
  const [s3, sqs, secretsManager] = [createS3Client(access), createSqsClient(access), createSecretsClient(access)];
  const dispatcher = createHttpAgent();
  const clock = now === undefined ? systemClock : { now: () => now };
  const ledger = { ledger: createS3Store({ client: s3, bucket: deployment.ledgerBucket }), newOwner: newToken, pauses };
  const queue = createSqsReportQueue({ client: sqs, queueUrl: deployment.reportQueueUrl });
  const deadLetters = [
    { queue: 'reports', url: deployment.deadLetterUrls.reports },
    { queue: 'mail events', url: deployment.deadLetterUrls.mailEvents },
  ];
  const { bucket, key } = deployment.configuration;
  const readText = createConfigurationObject({ client: s3, bucket, key, clock: systemClock, filesNamedIn });
  const configuration = async () => {
    const { text, files } = await readText();
    return withFileName(`s3://${bucket}/${key}`, () => parseConfiguration(text, SOURCE_CHECKERS, files));
  };
  return {
    ledger,
    clock,
    mailPolicy: { whenInDoubt: deployment.whenInDoubt, afterMinutes: deployment.doubtDeadlineMinutes },
    configuration,
    secrets: ({ sources }) =>
      Object.entries(sources).flatMap(([source, { kind }]) => {
        if (opensWithoutSecret(kind)) return [];
        const secretId = Object.hasOwn(deployment.secretIds, source) ? deployment.secretIds[source] : undefined;
        return [{ source, variable: secretId ?? `secret of ${source}`, isSet: secretId !== undefined }];
      }),
    async planning() {
      const read = await configuration();
      const http = { dispatcher, ...pauses, monotonicMs };
      const { secretIds } = deployment;
      const openTree = filesInBuckets(s3);
      const parts = { secretsClient: secretsManager, secretIds, http, openTree, clock: systemClock };
      const sources = openDeployedSources(read, parts);
      return { ...ledger, configuration: read, sources, clock };
    },
    prepare: async () => {},
    async work(jobs, { perSecond } = {}) {
      if (now !== undefined) throw new ConfigurationError('The clock', [OWN_CLOCK]);
      await sendRequests(queue, jobs.map(requestOf), perSecond, pauses.sleep);
      const results = jobs.map((job) => ({ job, made: undefined, problem: undefined }));
      return { results, afterword: jobs.length === 0 ? undefined : AFTERWORD };
    },
    setAside: () => countDeadLetters(sqs, deadLetters),
    giveBack: (perSecond) => giveBackDeadLetters(sqs, deadLetters, perSecond),
    async close() {
      for (const client of [s3, sqs, secretsManager]) client.destroy();
      await dispatcher.close();
    },
  };
}

const OWN_CLOCK = { path: '--now', problem: 'is not for the workers of a deployment: they go by their own clock' };
const AFTERWORD = 'The workers of the deployment have it in their queue; `status` and `why` show how far it is.';

/** The region is that of the deployment, wherever the environment's own may be. */
function accessTo({ region }: Deployment, environment: CommandContext['environment']): AwsAccess {
  return parseAwsAccess({ ...environment, AWS_REGION: region });
}
