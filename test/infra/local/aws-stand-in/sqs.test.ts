import {
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  StartMessageMoveTaskCommand,
} from '@aws-sdk/client-sqs';
import { type FauxqsServer, startFauxqs } from 'fauxqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSqsClient } from '../../../../shared/adapters/sqs/sqs-client.ts';
import { startAwsWorld, TEST_CREDENTIALS } from '../../../support/aws-world.ts';
import { describeSqs } from './sqs-behaviour.ts';

describeSqs('the SQS stand-in', async () => createSqsClient((await startAwsWorld()).access));

describe('a second opinion', () => {
  let server: FauxqsServer;
  beforeAll(async () => {
    server = await startFauxqs({ port: 0, logger: false, host: '127.0.0.1' });
  });
  afterAll(() => server.stop());

  describeSqs('fauxqs', async () =>
    createSqsClient({ region: 'us-east-1', credentials: TEST_CREDENTIALS, endpoint: server.address }),
  );
});

describe('dead letters of the SQS stand-in', () => {
  async function withDeadLetters() {
    const world = await startAwsWorld();
    const dead = world.standIn.sqs.create({ name: 'dead' });
    const redrive = { deadLetterQueue: 'dead', maxReceiveCount: 1 };
    const queue = world.standIn.sqs.create({ name: 'live', visibilityTimeoutSeconds: 0, redrive });
    queue.send({ body: 'poison' });
    queue.receive(1);
    queue.receive(1);
    return { ...world, dead, queue, client: createSqsClient(world.access) };
  }

  it('go back where they came from, as new messages', async () => {
    const { client, dead, queue } = await withDeadLetters();
    expect(dead.bodies()).toEqual(['poison']);

    const { TaskHandle } = await client.send(new StartMessageMoveTaskCommand({ SourceArn: dead.arn }));

    expect(TaskHandle).toMatch(/./);
    expect(dead.bodies()).toEqual([]);
    expect(queue.receive(1)).toMatchObject([{ receiveCount: 1, message: { body: 'poison' } }]);
  });

  it('go where they are told to', async () => {
    const { client, dead, standIn } = await withDeadLetters();
    const { arn: DestinationArn, ...elsewhere } = standIn.sqs.create({ name: 'elsewhere' });

    await client.send(new StartMessageMoveTaskCommand({ SourceArn: dead.arn, DestinationArn }));

    expect(elsewhere.bodies()).toEqual(['poison']);
  });

  it('are the only ones that move', async () => {
    const { client, queue } = await withDeadLetters();
    const move = client.send(new StartMessageMoveTaskCommand({ SourceArn: queue.arn }));

    await expect(move).rejects.toMatchObject({ name: 'InvalidParameterValue' });
  });
});

describe('time in the SQS stand-in', () => {
  async function aQueue() {
    const world = await startAwsWorld();
    const queue = world.standIn.sqs.create({ name: 'q', visibilityTimeoutSeconds: 720, retentionSeconds: 345_600 });
    const client = createSqsClient(world.access);
    const receive = async (WaitTimeSeconds = 0) =>
      (await client.send(new ReceiveMessageCommand({ QueueUrl: queue.url, WaitTimeSeconds }))).Messages ?? [];
    return { ...world, queue, client, receive };
  }

  it('brings a message back into sight when its timeout is over', async () => {
    const { queue, receive, clock } = await aQueue();
    queue.send({ body: 'a' });
    await receive();

    clock.advance(719_999);
    expect(await receive()).toEqual([]);
    clock.advance(1);
    expect(await receive()).toHaveLength(1);
  });

  it('ends a long poll without a message', async () => {
    const { receive } = await aQueue();

    expect(await receive(1)).toEqual([]);
  });

  it('holds a delayed message back', async () => {
    const { queue, client, receive, clock } = await aQueue();
    await client.send(new SendMessageCommand({ QueueUrl: queue.url, MessageBody: 'a', DelaySeconds: 900 }));
    expect(queue.counts()).toEqual({ visible: 0, inFlight: 0, delayed: 1 });

    clock.advance(900_000);

    expect(await receive()).toHaveLength(1);
  });

  it('drops a message four days after it was first sent, also from the dead letters', async () => {
    const { standIn, clock } = await aQueue();
    const dead = standIn.sqs.create({ name: 'dead', retentionSeconds: 345_600 });
    const redrive = { deadLetterQueue: 'dead', maxReceiveCount: 1 };
    const queue = standIn.sqs.create({ name: 'live', visibilityTimeoutSeconds: 0, redrive });
    queue.send({ body: 'a' });
    clock.advance(172_800_000);
    queue.receive(1);
    queue.receive(1);
    expect(dead.bodies()).toEqual(['a']);

    clock.advance(172_800_000);

    expect(dead.bodies()).toEqual([]);
  });

  it('does not delete by a handle of an earlier receive', async () => {
    const { queue } = await aQueue();
    queue.send({ body: 'a' });
    const [first] = queue.receive(1, 0);
    queue.receive(1);

    queue.delete(first?.receiptHandle ?? '');

    expect(queue.bodies()).toEqual(['a']);
    expect(() => queue.delete('elsewhere/1')).toThrow('The input receipt handle is invalid.');
  });

  it('shows its settings', async () => {
    const { queue, client } = await aQueue();
    const command = new GetQueueAttributesCommand({ QueueUrl: queue.url, AttributeNames: ['All'] });

    expect((await client.send(command)).Attributes).toMatchObject({
      QueueArn: 'arn:aws:sqs:us-east-1:000000000000:q',
      VisibilityTimeout: '720',
      MessageRetentionPeriod: '345600',
    });
  });
});
