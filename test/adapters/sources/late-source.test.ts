import { expect, it } from 'vitest';
import { createLateSource } from '../../../shared/adapters/sources/late-source.ts';
import type { EnergySource } from '../../../shared/application/ports.ts';
import { UnknownLocationError } from '../../../shared/errors.ts';

const EMPTY: EnergySource = {
  listLocations: async () => ({ locations: [], incompleteBecause: undefined }),
  openLocation: async ({ id }) => {
    throw new UnknownLocationError(`no ${id}`);
  },
};

it('is loaded once, when it is first asked, by whoever asks', async () => {
  let loads = 0;
  const source = createLateSource(async () => {
    loads += 1;
    return EMPTY;
  });
  expect(loads).toBe(0);

  const [list, list2] = await Promise.all([source.listLocations('homes'), source.listLocations('homes')]);

  expect([list, list2]).toEqual([await EMPTY.listLocations('homes'), await EMPTY.listLocations('homes')]);
  await expect(source.openLocation({ source: 'a', fleet: 'b', id: 'c' })).rejects.toThrow('no c');
  expect(loads).toBe(1);
});

it('is loaded anew after it could not be loaded', async () => {
  let loads = 0;
  const source = createLateSource(async () => {
    loads += 1;
    if (loads === 1) throw new Error('not there yet');
    return EMPTY;
  });

  await expect(source.listLocations('homes')).rejects.toThrow('not there yet');

  expect((await source.listLocations('homes')).locations).toEqual([]);
});
