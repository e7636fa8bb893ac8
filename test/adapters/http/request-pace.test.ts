import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { createRequestPace } from '../../../shared/adapters/http/request-pace.ts';
import { createHttpWorld, createTestClient } from '../../support/http-world.ts';
import { sendJson, startLoopbackServer } from '../../support/loopback-server.ts';

/** Time in which several can sleep at once: each awakes at an instant of its own. */
function aTimeline() {
  let nowMs = 0;
  const awakenings: number[] = [];
  return {
    monotonicMs: () => nowMs,
    sleep: async (ms: number) => void awakenings.push(nowMs + ms),
    awakenings,
    pass: (ms: number) => {
      nowMs += ms;
    },
  };
}

describe('createRequestPace', () => {
  test.prop([fc.integer({ min: 1, max: 20 }), fc.array(fc.nat({ max: 30_000 }), { minLength: 1, maxLength: 120 })])(
    'lets no more than the limit pass in any minute, in order, and makes nobody wait for nothing',
    async (perMinute, pausesMs) => {
      const timeline = aTimeline();
      const pace = createRequestPace(perMinute, timeline);
      const turnsMs: number[] = [];
      for (const pauseMs of pausesMs) {
        timeline.pass(pauseMs);
        const slept = timeline.awakenings.length;
        const waitedMs = await pace.turn();
        turnsMs.push(timeline.awakenings[slept] ?? timeline.monotonicMs());
        expect(timeline.monotonicMs() + waitedMs).toBe(turnsMs.at(-1));
        const before = turnsMs.at(-1 - perMinute);
        const own = turnsMs.at(-1) ?? 0;
        expect(own).toBe(Math.max(timeline.monotonicMs(), before === undefined ? 0 : before + 60_000));
      }
      for (const [index, turnMs] of turnsMs.entries()) {
        const later = turnsMs[index + perMinute];
        if (later !== undefined) expect(later - turnMs).toBeGreaterThanOrEqual(60_000);
      }
    },
  );
});

describe('a client with a pace', () => {
  it('counts each try, repeated ones too', async () => {
    let asked = 0;
    const server = await startLoopbackServer((_, response) => {
      asked += 1;
      sendJson(response, {}, asked === 1 ? 503 : 200);
    });
    const world = createHttpWorld(() => 0);
    const { client, budget } = createTestClient(world, server.origin, 4, createRequestPace(1, world.http));

    expect(await client({ url: server.url('/'), schema: z.object({}), budget: budget(100_000) })).toMatchObject({
      ok: true,
    });

    expect(world.slept).toEqual([0, 60_000]);
  });

  it('takes what it waits from no budget', async () => {
    const server = await startLoopbackServer((_, response) => sendJson(response, {}));
    const world = createHttpWorld();
    const { client, budget } = createTestClient(world, server.origin, 4, createRequestPace(1, world.http));
    const shared = budget(1000);

    for (let count = 0; count < 3; count += 1) {
      await client({ url: server.url('/'), schema: z.object({}), budget: shared });
    }

    expect([server.seen.length, world.slept, shared.remainingMs()]).toEqual([3, [60_000, 60_000], 1000]);
  });
});
