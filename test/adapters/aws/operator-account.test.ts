import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { parseAwsAccess } from '../../../shared/adapters/aws/aws-access.ts';
import { mimeBytes } from '../../../shared/adapters/mime/mime-bytes.ts';
import { createS3Store } from '../../../shared/adapters/s3/object-store.ts';
import { createS3Client } from '../../../shared/adapters/s3/s3-client.ts';
import { createSesMailer } from '../../../shared/adapters/ses/mailer.ts';
import { createSesClient } from '../../../shared/adapters/ses/ses-client.ts';
import { createSqsReportQueue } from '../../../shared/adapters/sqs/report-queue.ts';
import { createSqsClient } from '../../../shared/adapters/sqs/sqs-client.ts';
import type { ObjectStore } from '../../../shared/application/ports.ts';
import { instantFromMs } from '../../../shared/domain/time/instant.ts';
import { drainSqs } from '../../support/drain-sqs.ts';
import { aMail } from '../../support/mail-builder.ts';
import { describeObjectStore } from '../contracts/object-store.ts';
import { describeReportQueue } from '../contracts/report-queue.ts';

/**
 * The contracts against whatever an operator names by environment variables, real AWS or an emulator of it: AWS_REGION
 * and credentials, AWS_ENDPOINT_URL for an emulator, and one variable for each resource. Objects and a mail to the
 * mailbox simulator are left behind.
 */
const {
  METERPOST_CONTRACT_BUCKET: bucket,
  METERPOST_CONTRACT_QUEUE_URL: queueUrl,
  METERPOST_CONTRACT_SENDER: sender,
  METERPOST_CONTRACT_CONFIGURATION_SET: configurationSet,
} = process.env;

describe.skipIf(!bucket)('set METERPOST_CONTRACT_BUCKET, and this runs against it', () => {
  describeObjectStore("an operator's bucket", async () => {
    const client = createS3Client(parseAwsAccess(process.env));
    const store = below(`contract/${randomUUID()}/`, createS3Store({ client, bucket: bucket ?? '' }));
    return { store, now: tolerantNow() };
  });
});

describe.skipIf(!queueUrl)('set METERPOST_CONTRACT_QUEUE_URL to an empty queue, and this runs against it', () => {
  describeReportQueue("an operator's queue", async () => {
    const client = createSqsClient(parseAwsAccess(process.env));
    const queue = createSqsReportQueue({ client, queueUrl: queueUrl ?? '' });
    return { queue, drain: () => drainSqs(client, queueUrl ?? '', 2) };
  });
});

describe.skipIf(!sender || !configurationSet)(
  'set METERPOST_CONTRACT_SENDER and …_CONFIGURATION_SET, and this runs',
  () => {
    it('a mail to the mailbox simulator is accepted', async () => {
      const client = createSesClient(parseAwsAccess(process.env));
      const withoutAttachments = (mail: ReturnType<typeof aMail>) => mail;
      const options = { client, configurationSet: configurationSet ?? '', toMime: mimeBytes, withoutAttachments };
      const mail = { ...aMail({ to: 'success@simulator.amazonses.com' }), from: sender ?? '' };

      expect(await createSesMailer(options).send(mail)).toMatchObject({ outcome: 'accepted' });
    });
  },
);

const LONGEST_KEY = 1024;

/** A folder of the bucket as a store of its own. S3 counts the folder too, so the end of the longest key makes room for it. */
function below(folder: string, store: ObjectStore): ObjectStore {
  const stored = (key: string) => (folder + key).slice(0, LONGEST_KEY);
  const shown = (key: string) => {
    const rest = key.slice(folder.length);
    return key.length < LONGEST_KEY ? rest : rest.padEnd(LONGEST_KEY, rest.at(-1));
  };
  return {
    putNew: (key, bytes, contentType) => store.putNew(stored(key), bytes, contentType),
    get: (key) => store.get(stored(key)),
    async *list(prefix) {
      for await (const key of store.list(stored(prefix))) yield shown(key);
    },
  };
}

/** A clock that is slow when it is first asked and fast afterwards, as S3 has a clock of its own. */
function tolerantNow() {
  let toleranceMs = -300_000;
  return () => {
    const now = instantFromMs(Date.now() + toleranceMs);
    toleranceMs = 300_000;
    return now;
  };
}
