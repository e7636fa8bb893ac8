import { describe, expect, it } from 'vitest';
import { createGrowingColumn } from '../../../shared/adapters/files/intervals/interval-column.ts';
import { createReadingsCache } from '../../../shared/adapters/files/readings-cache.ts';

const HOUR = 3600;
const span = (fromHour: number, toHour: number) => ({ fromSeconds: fromHour * HOUR, toSeconds: toHour * HOUR });

/** A file of hours, and how often it was read. */
function aFile(fromHour: number, toHour: number) {
  const file = {
    reads: 0,
    async read() {
      file.reads += 1;
      const column = createGrowingColumn();
      for (let hour = fromHour; hour < toHour; hour += 1) column.push(hour * HOUR, HOUR, 1, hour, false);
      return new Map([['grid', column.sorted()]]);
    },
  };
  return file;
}

describe('what was read of files', () => {
  it('is kept for all who ask, those at the same time too', async () => {
    const cache = createReadingsCache();
    const file = aFile(0, 10);

    const all = await Promise.all([1, 2, 3].map((hour) => cache.readingsWithin('a', span(hour, hour + 1), file.read)));
    await cache.readingsWithin('a', span(8, 20), file.read);

    expect(file.reads).toBe(1);
    expect(all.every((readings) => readings?.get('grid')?.startSeconds.length === 10)).toBe(true);
  });

  it('is not read again for a time that the file is known not to reach', async () => {
    const cache = createReadingsCache(5);
    const [file, other] = [aFile(0, 10), aFile(20, 30)];
    await cache.readingsWithin('a', span(0, 1), file.read);
    await cache.readingsWithin('b', span(20, 21), other.read);

    expect(await cache.readingsWithin('a', span(10, 20), file.read)).toBeUndefined();
    expect(await cache.readingsWithin('a', span(20, 30), file.read)).toBeUndefined();
    expect(file.reads).toBe(1);
  });

  it('is forgotten when there is too much of it, what was not used for the longest time first', async () => {
    const cache = createReadingsCache(25);
    const files = [aFile(0, 10), aFile(0, 10), aFile(0, 10)];
    const ask = async (index: number) =>
      cache.readingsWithin(String(index), span(0, 1), files[index]?.read ?? aFile(0, 0).read);

    for (const index of [0, 1, 0, 2]) await ask(index);
    expect(files.map(({ reads }) => reads)).toEqual([1, 1, 1]);
    for (const index of [0, 2, 1]) await ask(index);

    expect(files.map(({ reads }) => reads)).toEqual([1, 2, 1]);
  });

  it('is read anew after it could not be read', async () => {
    const cache = createReadingsCache();
    const file = aFile(0, 10);

    await expect(cache.readingsWithin('a', span(0, 1), () => Promise.reject(new Error('away')))).rejects.toThrow(
      'away',
    );

    expect(await cache.readingsWithin('a', span(0, 1), file.read)).toBeDefined();
  });

  it('of a file without intervals is of no time', async () => {
    const cache = createReadingsCache();

    expect(await cache.readingsWithin('a', span(0, 1), aFile(0, 0).read)).toBeUndefined();
  });

  it('is of one file after the other', async () => {
    const cache = createReadingsCache();
    let underWay = 0;
    let most = 0;
    const read = async () => {
      underWay += 1;
      most = Math.max(most, underWay);
      await new Promise((resolve) => setImmediate(resolve));
      underWay -= 1;
      return aFile(0, 1).read();
    };

    await Promise.all(['a', 'b', 'c'].map((key) => cache.readingsWithin(key, span(0, 1), read)));

    expect(most).toBe(1);
  });
});
