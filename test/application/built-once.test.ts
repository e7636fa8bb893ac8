import { describe, expect, it } from 'vitest';
import { builtOnce } from '../../shared/application/built-once.ts';

describe('something that is built once', () => {
  it('is not built before it is used, and then serves everybody', async () => {
    let builds = 0;
    const get = builtOnce(() => {
      builds += 1;
      return { builds };
    });
    expect(builds).toBe(0);

    const [one, other] = await Promise.all([get(), get()]);

    expect(one).toBe(other);
    expect(await get()).toEqual({ builds: 1 });
  });

  it('is built anew after it failed, so that one bad start does not spoil the process', async () => {
    let builds = 0;
    const get = builtOnce(() => {
      builds += 1;
      if (builds === 1) throw new Error('first');
      return builds;
    });

    await expect(get()).rejects.toThrow('first');
    expect(await get()).toBe(2);
  });
});
