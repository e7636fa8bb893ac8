import {
  ChangeMessageVisibilityCommand,
  CreateQueueCommand,
  DeleteMessageBatchCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  PurgeQueueCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { describe, expect, it } from 'vitest';

/** What is true of every SQS, real or not; each test makes queues of its own. Waits are short, and none is measured. */
export function describeSqs(name: string, connect: () => Promise<SQSClient>): void {
  let queues = 0;
  async function aQueue(attributes: Record<string, string> = {}, connected?: SQSClient) {
    const client = connected ?? (await connect());
    queues += 1;
    const QueueName = `behaviour-${queues}`;
    const { QueueUrl = '' } = await client.send(new CreateQueueCommand({ QueueName, Attributes: attributes }));
    const send = (MessageBody: string) => client.send(new SendMessageCommand({ QueueUrl, MessageBody }));
    const receive = async (more: { VisibilityTimeout?: number; WaitTimeSeconds?: number; most?: number } = {}) => {
      const { most: MaxNumberOfMessages = 10, ...rest } = more;
      const MessageSystemAttributeNames = ['ApproximateReceiveCount' as const];
      const command = new ReceiveMessageCommand({
        QueueUrl,
        MaxNumberOfMessages,
        MessageSystemAttributeNames,
        ...rest,
      });
      return (await client.send(command)).Messages ?? [];
    };
    const count = async (url = QueueUrl) => {
      const names = ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'] as const;
      const command = new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: [...names] });
      const { Attributes: found = {} } = await client.send(command);
      return names.map((attribute) => Number(found[attribute]));
    };
    return { client, QueueName, QueueUrl, send, receive, count };
  }
  async function aQueueWithDeadLetters(maxReceiveCount: number) {
    const dead = await aQueue();
    const arn = new GetQueueAttributesCommand({ QueueUrl: dead.QueueUrl, AttributeNames: ['QueueArn'] });
    const { Attributes: { QueueArn: deadLetterTargetArn = '' } = {} } = await dead.client.send(arn);
    const RedrivePolicy = JSON.stringify({ deadLetterTargetArn, maxReceiveCount });
    const queue = await aQueue({ RedrivePolicy }, dead.client);
    return { queue, dead };
  }
  const bodies = (messages: readonly { Body?: string | undefined }[]) => messages.map(({ Body }) => Body).sort();

  describe(name, () => {
    it('hides what was received, and counts it', async () => {
      const { send, receive, count } = await aQueue();
      await send('a');

      expect(bodies(await receive())).toEqual(['a']);

      expect(await receive()).toEqual([]);
      expect(await count()).toEqual([0, 1]);
    });

    it('shows again what was given back, with its count', async () => {
      const { client, QueueUrl, send, receive } = await aQueue();
      await send('a');
      const [first] = await receive();
      const ReceiptHandle = first?.ReceiptHandle ?? '';

      await client.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout: 0 }));

      const [second] = await receive();
      expect([first, second].map((message) => message?.Attributes?.['ApproximateReceiveCount'])).toEqual(['1', '2']);
      expect(second?.ReceiptHandle).not.toBe(ReceiptHandle);
    });

    it('forgets what was deleted', async () => {
      const { client, QueueUrl, send, receive, count } = await aQueue();
      await send('a');
      const [message] = await receive();

      await client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: message?.ReceiptHandle ?? '' }));

      expect(await count()).toEqual([0, 0]);
    });

    it('deletes by batch', async () => {
      const { client, QueueUrl, send, receive, count } = await aQueue();
      await send('a');
      await send('b');
      const Entries = (await receive()).map(({ ReceiptHandle }, index) => ({ Id: `id-${index}`, ReceiptHandle }));

      const { Successful } = await client.send(new DeleteMessageBatchCommand({ QueueUrl, Entries }));

      expect(Successful?.map(({ Id }) => Id)).toEqual(['id-0', 'id-1']);
      expect(await count()).toEqual([0, 0]);
    });

    it('gives at most as many as are asked for', async () => {
      const { send, receive } = await aQueue();
      for (const body of ['a', 'b', 'c']) await send(body);

      const [two, one] = [await receive({ most: 2 }), await receive()];

      expect([two.length, one.length]).toEqual([2, 1]);
      expect(bodies([...two, ...one])).toEqual(['a', 'b', 'c']);
    });

    it('ends a long poll when a message comes', async () => {
      const { send, receive } = await aQueue();

      const [received] = await Promise.all([receive({ WaitTimeSeconds: 20 }), send('late')]);

      expect(bodies(received)).toEqual(['late']);
    });

    it('moves to the dead letters what was received too often', async () => {
      const { queue, dead } = await aQueueWithDeadLetters(2);
      await queue.send('poison');

      const seen = [await queue.receive({ VisibilityTimeout: 0 }), await queue.receive({ VisibilityTimeout: 0 })];
      expect(seen.map(bodies)).toEqual([['poison'], ['poison']]);

      expect(await queue.receive()).toEqual([]);
      expect(await queue.count()).toEqual([0, 0]);
      expect(bodies(await dead.receive())).toEqual(['poison']);
    });

    it('purges', async () => {
      const { client, QueueUrl, send, count } = await aQueue();
      await send('a');

      await client.send(new PurgeQueueCommand({ QueueUrl }));

      expect(await count()).toEqual([0, 0]);
    });

    it('finds a queue by name, and says when there is none', async () => {
      const { client, QueueName, QueueUrl } = await aQueue();

      expect((await client.send(new GetQueueUrlCommand({ QueueName }))).QueueUrl).toBe(QueueUrl);
      const missing = client.send(new GetQueueUrlCommand({ QueueName: 'nowhere' }));
      await expect(missing).rejects.toMatchObject({ name: 'QueueDoesNotExist', $metadata: { httpStatusCode: 400 } });
    });

    const entry = (id: string, body = 'x') => ({ Id: id, MessageBody: body });
    it.each([
      ['eleven entries', 'TooManyEntriesInBatchRequest', Array.from({ length: 11 }, (_, index) => entry(`e${index}`))],
      ['no entry', 'EmptyBatchRequest', []],
      ['one id twice', 'BatchEntryIdsNotDistinct', [entry('a'), entry('a')]],
      [
        'more than a mebibyte',
        'BatchRequestTooLong',
        [entry('a', 'x'.repeat(600_000)), entry('b', 'x'.repeat(600_000))],
      ],
    ])('refuses a batch of %s', async (_, name, Entries) => {
      const { client, QueueUrl, count } = await aQueue();

      await expect(client.send(new SendMessageBatchCommand({ QueueUrl, Entries }))).rejects.toMatchObject({ name });

      expect(await count()).toEqual([0, 0]);
    });

    it('takes ten entries of a mebibyte together', async () => {
      const { client, QueueUrl, count } = await aQueue();
      const Entries = Array.from({ length: 10 }, (_, index) => entry(`e${index}`, 'x'.repeat(104_857)));

      const { Successful } = await client.send(new SendMessageBatchCommand({ QueueUrl, Entries }));

      expect(Successful).toHaveLength(10);
      expect(await count()).toEqual([10, 0]);
    });

    it('refuses a message of more than a mebibyte', async () => {
      const { send } = await aQueue();

      await send('x'.repeat(1_048_576));
      await expect(send('x'.repeat(1_048_577))).rejects.toMatchObject({ $metadata: { httpStatusCode: 400 } });
    });
  });
}
