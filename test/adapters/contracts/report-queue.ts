import { afterEach, describe, expect, test } from 'vitest';
import type { ReportQueue, ReportRequest } from '../../../shared/application/ports.ts';

/** An empty queue, and a way to take everything out that has arrived. */
export interface QueueUnderTest {
  readonly queue: ReportQueue;
  readonly drain: () => Promise<readonly unknown[]>;
  readonly dispose?: () => Promise<void>;
}

const requests = (count: number): ReportRequest[] =>
  Array.from({ length: count }, (_, index) => ({ location: `curb/curb/location-${index}`, period: '2026-10' }));

const inOrder = (found: readonly unknown[]) => found.map((one) => JSON.stringify(one)).sort();

/** The promises of every report queue: what was sent without an error can be taken out, ids only, in whatever order. */
export function describeReportQueue(name: string, create: () => Promise<QueueUnderTest>): void {
  describe(`${name} as a report queue`, () => {
    const open: QueueUnderTest[] = [];
    const fresh = async () => {
      const created = await create();
      open.push(created);
      return created;
    };
    afterEach(async () => {
      for (const { dispose } of open.splice(0)) await dispose?.();
    });

    test.each([0, 1, 10, 11, 137])('brings %i requests that were sent together', async (count) => {
      const { queue, drain } = await fresh();

      await queue.send(requests(count));

      expect(inOrder(await drain())).toEqual(inOrder(requests(count)));
    });

    test('brings the requests of several senders', async () => {
      const { queue, drain } = await fresh();

      await Promise.all(requests(30).map((request) => queue.send([request])));

      expect(inOrder(await drain())).toEqual(inOrder(requests(30)));
    });

    test('brings a request that was sent twice once or twice', async () => {
      const { queue, drain } = await fresh();

      await queue.send(requests(1));
      await queue.send(requests(1));

      const found = await drain();
      expect(found.length).toBeGreaterThanOrEqual(1);
      expect([...new Set(inOrder(found))]).toEqual(inOrder(requests(1)));
    });

    test('brings a request of every kind as it was sent', async () => {
      const { queue, drain } = await fresh();
      const periods = ['2026-11-19', '2026-W47', '2026-11', '2026-10-15/2026-11-14'];
      const sent = periods.map((period) => ({ location: 'texture/fleet-1/a b"<ü>', period }));

      const recheck = { location: 'curb/curb/1', period: '2026-10', recheckDay: 7 };

      await queue.send([...sent, recheck]);

      expect(inOrder(await drain())).toEqual(inOrder([...sent, recheck]));
    });
  });
}
