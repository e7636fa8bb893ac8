import { DeleteMessageBatchCommand, ReceiveMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';

/** Receives and deletes until the queue has nothing more to show; the messages' bodies, parsed. */
export async function drainSqs(client: SQSClient, queueUrl: string, waitSeconds = 0): Promise<unknown[]> {
  const bodies: unknown[] = [];
  for (;;) {
    const receive = { QueueUrl: queueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: waitSeconds };
    const { Messages: messages = [] } = await client.send(new ReceiveMessageCommand(receive));
    if (messages.length === 0) return bodies;
    bodies.push(...messages.map(({ Body: body = '' }): unknown => JSON.parse(body)));
    const Entries = messages.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle }));
    await client.send(new DeleteMessageBatchCommand({ QueueUrl: queueUrl, Entries }));
  }
}
