import { describe, expect, it } from 'vitest';
import { createFactsArchive } from '../../shared/application/facts-archive.ts';
import { fulfilRequest } from '../../shared/application/fulfil-request.ts';
import { changedFactsKey } from '../../shared/application/keys.ts';
import { optionsFor } from '../../shared/application/make-options.ts';
import { datesBetween, parseLocalDate } from '../../shared/domain/time/local-date.ts';
import { aRegister } from '../support/readings-builder.ts';
import { aWorld } from '../support/report-world.ts';

const REF = { source: 'fleet', fleet: 'demo', id: 'a' };
const PLAIN_KWH = 24;
const HALF_KWH = 12;

const aHouse = () => {
  const home = aWorld();
  const ask = async (period: string, over: { mail?: boolean; reason?: string } = {}) => {
    const request = { location: 'fleet/demo/a', period, mail: false, ...over };
    return (await fulfilRequest(home.parts(), request, optionsFor(request))).report;
  };
  const dayOf = (
    days: readonly { date: string; totals: { consumption: { energyKWh: number | null } } }[] | undefined,
  ) => days?.find(({ date }) => date === '2026-09-29')?.totals.consumption.energyKWh;
  /** The source has the one day at another figure from now on. */
  const correct = (kWh: number) => {
    home.world.script = (_, date) => [
      { register: aRegister('m', 'main'), powerW: date === '2026-09-29' ? (kWh * 1000) / 24 : 1000 },
    ];
  };
  return { ...home, ask, dayOf, correct };
};

describe('a day and the periods that it belongs to', () => {
  it('agree when the day comes to what it came to once before', async () => {
    const { ask, dayOf, correct } = aHouse();
    correct(PLAIN_KWH);
    await ask('2026-09-29');
    for (const [index, kWh] of [HALF_KWH, PLAIN_KWH, HALF_KWH].entries()) {
      correct(kWh);
      expect(dayOf((await ask('2026-09-29', { reason: `Turn ${index}` }))?.days)).toBe(kWh);
    }
    expect(dayOf((await ask('2026-09'))?.days)).toBe(HALF_KWH);
  });

  it('agree when the day is reported on long after a longer period was, and has changed between', async () => {
    const { ask, dayOf, correct } = aHouse();
    correct(PLAIN_KWH);
    await ask('2026-W40');
    correct(HALF_KWH);
    expect(dayOf((await ask('2026-09-29'))?.days)).toBe(HALF_KWH);
    expect(dayOf((await ask('2026-09'))?.days)).toBe(HALF_KWH);
  });

  it('agree in an archive that was begun before changes were marked', async () => {
    const { ask, at, dayOf, correct, parts, store } = aHouse();
    const week = datesBetween(parseLocalDate('2026-09-28'), parseLocalDate('2026-10-04'));
    correct(PLAIN_KWH);
    const { facts } = parts();
    for (const date of week) {
      at(`${date}T12:00:00Z`);
      at(new Date(parts().clock.now() + 86_400_000).toISOString());
      await ask(date);
      // As versions did that had no mark.
      await facts.keepTogether(REF, [...(await facts.read(REF, [date])).values()]);
    }
    correct(HALF_KWH);
    await ask('2026-09-29', { reason: 'A clamp was turned' });
    const get = async (key: string) => (key === changedFactsKey(REF) ? undefined : await store.get(key));
    const unmarked = createFactsArchive({ archive: { ...store, get }, ledger: store, pauses: parts().pauses });

    const days = await unmarked.read(REF, week);
    expect([...days.keys()].toSorted()).toEqual(week);
    expect(dayOf([...days.values()])).toBe(HALF_KWH);
  });
});
