import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AwsService, Service } from './call.ts';
import { createFaults, type Faults } from './faults.ts';
import { createIds } from './ids.ts';
import { createRequestListener } from './request-listener.ts';
import { type Buckets, createBuckets } from './s3/bucket.ts';
import { createS3Service } from './s3/s3-service.ts';
import { createSecrets, type Secrets } from './secrets/secrets.ts';
import { createSecretsService } from './secrets/secrets-service.ts';
import { createSendingAccount, type SendingAccount } from './ses/sending-account.ts';
import { createSesService } from './ses/ses-service.ts';
import { realSleep, type Sleep } from './sleep.ts';
import { createQueues, type Queues } from './sqs/queues.ts';
import { createSqsService } from './sqs/sqs-service.ts';

/**
 * S3, SES, SQS and Secrets Manager on loopback, as far as meterpost uses them: one port, real wire formats, state in
 * memory. Requests must be signed, with whatever credentials.
 */
export interface AwsStandIn {
  /** `http://127.0.0.1:<port>`: the endpoint of every client. */
  readonly endpoint: string;
  readonly s3: Buckets;
  readonly ses: SendingAccount;
  readonly sqs: Queues;
  readonly secrets: Secrets;
  readonly faults: Faults;
  /** Every call that was answered or broken off, as `s3 PutObject`, oldest first. */
  readonly calls: readonly string[];
  close(): Promise<void>;
}

export interface AwsStandInOptions {
  /** Milliseconds since 1970: what objects are dated with and messages age by. */
  readonly now: () => number;
  /** Real time for long polls and delays, unless a test has its own. */
  readonly sleep?: Sleep;
  /** A free one is taken unless one is named. */
  readonly port?: number;
  readonly region?: string;
}

export async function startAwsStandIn(options: AwsStandInOptions): Promise<AwsStandIn> {
  const { now, sleep = realSleep, port = 0, region = 'us-east-1' } = options;
  const server = createServer();
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const newId = createIds();
  const s3 = createBuckets(now);
  const sqs = createQueues({ now, newId, endpoint, region });
  const ses = createSendingAccount({ now, newId, region, deliver: (queue, body) => sqs.named(queue).send({ body }) });
  const secrets = createSecrets({ now, newId, region });
  const services: Readonly<Record<AwsService, Service>> = {
    s3: createS3Service(s3),
    ses: createSesService(ses),
    sqs: createSqsService(sqs, sleep),
    secretsmanager: createSecretsService(secrets),
  };
  const faults = createFaults();
  const calls: string[] = [];
  server.on('request', createRequestListener({ services, striking: faults.striking, calls, newId, sleep }));
  return {
    endpoint,
    s3,
    ses,
    sqs,
    secrets,
    faults,
    calls,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
