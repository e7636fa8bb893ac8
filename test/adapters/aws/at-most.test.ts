import { fc, test } from '@fast-check/vitest';
import { expect, it } from 'vitest';
import { createAtMost } from '../../../shared/adapters/aws/at-most.ts';

test.prop([fc.integer({ min: 1, max: 5 }), fc.array(fc.boolean(), { maxLength: 30 }), fc.scheduler()])(
  'all work is done in order, never more than allowed at once, whatever fails',
  async (most, fails, scheduler) => {
    const atMost = createAtMost(most);
    const begun: number[] = [];
    let [underWay, mostAtOnce] = [0, 0];
    const results = fails.map((fail, index) =>
      atMost(async () => {
        begun.push(index);
        underWay += 1;
        mostAtOnce = Math.max(mostAtOnce, underWay);
        await scheduler.schedule(Promise.resolve());
        underWay -= 1;
        if (fail) throw new Error(`${index} failed`);
        return index;
      }),
    );
    const settled = Promise.allSettled(results);
    await scheduler.waitFor(settled);

    expect(begun).toEqual(fails.map((_, index) => index));
    expect(mostAtOnce).toBe(Math.min(most, fails.length));
    expect((await settled).map(({ status }) => status === 'rejected')).toEqual(fails);
  },
);

it('lets work go on at once while there is room', async () => {
  const atMost = createAtMost(1);

  expect([await atMost(async () => 'a'), await atMost(async () => 'b')]).toEqual(['a', 'b']);
});
