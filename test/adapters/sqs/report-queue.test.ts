import { startFauxqs } from 'fauxqs';
import { describe, expect, it } from 'vitest';
import { createSqsReportQueue, messageBody } from '../../../shared/adapters/sqs/report-queue.ts';
import { createSqsClient } from '../../../shared/adapters/sqs/sqs-client.ts';
import { openAwsWorld, startAwsWorld, TEST_CREDENTIALS } from '../../support/aws-world.ts';
import { drainSqs } from '../../support/drain-sqs.ts';
import { describeReportQueue } from '../contracts/report-queue.ts';

describeReportQueue('the SQS queue', async () => {
  const { standIn, access, dispose } = await openAwsWorld();
  const { url: queueUrl } = standIn.sqs.create({ name: 'reports' });
  const client = createSqsClient(access);
  return { queue: createSqsReportQueue({ client, queueUrl }), drain: () => drainSqs(client, queueUrl), dispose };
});

describeReportQueue('the SQS queue, by another stand-in,', async () => {
  const server = await startFauxqs({ port: 0, logger: false, host: '127.0.0.1' });
  const { queueUrl } = server.createQueue('reports');
  const client = createSqsClient({ region: 'us-east-1', credentials: TEST_CREDENTIALS, endpoint: server.address });
  const queue = createSqsReportQueue({ client, queueUrl });
  return { queue, drain: () => drainSqs(client, queueUrl), dispose: () => server.stop() };
});

const requests = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ location: `curb/curb/${index}`, period: '2026-10' }));

async function aQueue() {
  const world = await startAwsWorld();
  const under = world.standIn.sqs.create({ name: 'reports' });
  const queue = createSqsReportQueue({ client: createSqsClient(world.access), queueUrl: under.url });
  return { ...world, under, queue };
}

describe('the SQS queue', () => {
  it('sends nothing but what a request is made of, whatever else an object carries', () => {
    const request = { period: '2026-10', location: 'curb/curb/1', recipient: 'owner@example.com' };

    expect(messageBody(request)).toBe('{"location":"curb/curb/1","period":"2026-10"}');
  });

  it('goes to the endpoint that it was given, wherever the URL of the queue leads', async () => {
    const { access, under } = await aQueue();
    const queueUrl = 'https://sqs.us-east-1.amazonaws.com/000000000000/reports';

    await createSqsReportQueue({ client: createSqsClient(access), queueUrl }).send(requests(1));

    expect(under.bodies()).toHaveLength(1);
  });

  it('sends ten at a time', async () => {
    const { queue, standIn } = await aQueue();

    await queue.send(requests(23));

    expect(standIn.calls).toEqual(Array.from({ length: 3 }, () => 'sqs SendMessageBatch'));
  });

  it.each([
    ['breaks', { kind: 'reset', at: 'after' }],
    ['is an error', { kind: 'error', at: 'after', status: 500, code: 'InternalFailure' }],
  ] as const)('loses nothing when a reply %s; a batch may arrive twice', async (_, fault) => {
    const { queue, standIn, under } = await aQueue();
    standIn.faults.add({ service: 'sqs', ...fault });

    await queue.send(requests(12));

    expect(new Set(under.bodies())).toEqual(new Set(requests(12).map(messageBody)));
  });

  it('tells how many are missing when the queue is out of reach, and does not go on knocking', async () => {
    const { queue, standIn } = await aQueue();
    const inSecondBatch = { matches: () => standIn.calls.length > 1, times: 99 };
    standIn.faults.add({ ...inSecondBatch, kind: 'error', at: 'before', status: 503, code: 'ServiceUnavailable' });

    await expect(queue.send(requests(400))).rejects.toMatchObject({
      name: 'ReportQueueError',
      message:
        '390 of 400 report requests did not get into the queue: ServiceUnavailable. The next tick sends them again.',
      unsent: 390,
      retryable: true,
    });
    // Three tries of each of the sixteen batches that were on their way.
    expect(standIn.calls).toHaveLength(1 + 16 * 3);
  });

  it.each([
    ['AccessDenied', 403],
    ['QueueDoesNotExist', 400],
  ])('asks for a person after %s', async (code, status) => {
    const { queue, standIn } = await aQueue();
    standIn.faults.add({ service: 'sqs', kind: 'error', at: 'before', status, code });

    await expect(queue.send(requests(1))).rejects.toMatchObject({
      message: `1 of 1 report requests did not get into the queue: ${code}. Check the queue's URL and the function's role.`,
      retryable: false,
    });
  });

  it('is patient with a queue that is called too often', async () => {
    const { queue, standIn, under } = await aQueue();
    standIn.faults.add({ service: 'sqs', kind: 'error', at: 'before', status: 400, code: 'ThrottlingException' });

    await queue.send(requests(1));

    expect(under.bodies()).toHaveLength(1);
  });
});

describe('a batch of which a part fails', () => {
  const isOdd = (body: string) => /[13579]"/.test(body);

  it('is completed without sending the other part again', async () => {
    const { queue, standIn, under } = await aQueue();
    under.failsInBatch = (body) => isOdd(body) && standIn.calls.length < 3;

    await queue.send(requests(10));

    expect([...under.bodies()].sort()).toEqual(requests(10).map(messageBody).sort());
    expect(standIn.calls).toHaveLength(3);
  });

  it('is given up after three times, and the batches behind it go through', async () => {
    const { queue, standIn, under } = await aQueue();
    under.failsInBatch = (body) => isOdd(body) && body.length < '{"location":"curb/curb/10","period":"2026-10"}'.length;

    await expect(queue.send(requests(20))).rejects.toMatchObject({ unsent: 5, retryable: true });

    expect(under.bodies()).toHaveLength(15);
    expect(standIn.calls).toHaveLength(3 + 1);
  });

  it('is not repeated for entries that SQS will never take', async () => {
    const { queue, standIn, under } = await aQueue();
    const forbidden = { location: 'curb/curb/\uffff', period: '2026-10' };

    await expect(queue.send([...requests(9), forbidden])).rejects.toMatchObject({
      message: expect.stringContaining('InvalidMessageContents'),
      unsent: 1,
      retryable: false,
    });

    expect(under.bodies()).toHaveLength(9);
    expect(standIn.calls).toHaveLength(1);
  });
});
