import { describe, expect, it } from 'vitest';
import { giveBackDeadLetters } from '../../../../infra/local/deployment/dead-letters.ts';
import { sendRequests } from '../../../../infra/local/deployment/send-requests.ts';
import { createSqsReportQueue } from '../../../../shared/adapters/sqs/report-queue.ts';
import { createSqsClient } from '../../../../shared/adapters/sqs/sqs-client.ts';
import { startAwsWorld } from '../../../support/aws-world.ts';

const requests = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ location: `curb/curb/${index}`, period: '2026-11-19' }));

async function aQueue() {
  const { standIn, access } = await startAwsWorld();
  const dead = standIn.sqs.create({ name: 'dead' });
  const under = standIn.sqs.create({ name: 'reports', redrive: { deadLetterQueue: 'dead', maxReceiveCount: 1 } });
  const client = createSqsClient(access);
  return { standIn, client, dead, under, queue: createSqsReportQueue({ client, queueUrl: under.url }) };
}

describe('requests to the workers', () => {
  it('are sent so many a second, each once', async () => {
    const { queue, under } = await aQueue();
    const sleeps: [ms: number, sent: number][] = [];
    const sleep = async (ms: number) => void sleeps.push([ms, under.bodies().length]);

    await sendRequests(queue, requests(25), 10, sleep);

    expect(sleeps).toEqual([
      [1000, 10],
      [1000, 20],
    ]);
    expect(under.bodies()).toHaveLength(25);
  });

  it('that did not get there are counted, with what to do', async () => {
    const { queue, standIn } = await aQueue();
    const refused = { kind: 'error', at: 'before', status: 403, code: 'AccessDenied', times: 9 } as const;
    standIn.faults.add({
      ...refused,
      operation: 'SendMessageBatch',
      matches: ({ body }) => body.includes('curb/curb/12'),
    });

    await expect(sendRequests(queue, requests(25), 10, async () => {})).rejects.toThrow(
      /^15 of 25 requests did not get into the queue .* run it again: nothing is made or mailed twice\.$/,
    );
  });
});

describe('messages that were set aside', () => {
  it('are given back with the rate that was asked for', async () => {
    const { client, dead, under, standIn } = await aQueue();
    under.send({ body: 'a' });
    for (const _receive of [1, 2]) under.receive(1, 0);
    const bodies: string[] = [];
    standIn.faults.add({
      ...{ kind: 'delay', delayMs: 0, operation: 'StartMessageMoveTask' },
      matches: ({ body }) => bodies.push(body.toString()) > 0,
    });

    const given = await giveBackDeadLetters(client, [{ queue: 'reports', url: dead.url }], 5);

    expect(given).toEqual([{ queue: 'reports', messages: 1 }]);
    expect(under.bodies()).toEqual(['a']);
    expect(bodies.map((body) => JSON.parse(body))).toEqual([{ SourceArn: dead.arn, MaxNumberOfMessagesPerSecond: 5 }]);
  });

  it('stay where they are when the queue refuses, with what to do', async () => {
    const { client, dead, under, standIn } = await aQueue();
    under.send({ body: 'a' });
    for (const _receive of [1, 2]) under.receive(1, 0);
    const refused = { kind: 'error', at: 'before', status: 400, code: 'UnsupportedOperation', times: 9 } as const;
    standIn.faults.add({ ...refused, operation: 'StartMessageMoveTask' });

    await expect(giveBackDeadLetters(client, [{ queue: 'reports', url: dead.url }], undefined)).rejects.toThrow(
      /^Messages of reports were not given back: UnsupportedOperation\. If a move is under way already/,
    );
    expect(dead.bodies()).toEqual(['a']);
  });
});
