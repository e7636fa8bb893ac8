import { describe, expect, it } from 'vitest';
import { withoutLaterRegisters } from '../../../shared/domain/energy/later-registers.ts';
import { summariseDay } from '../../../shared/domain/energy/summarise-day.ts';
import { instantFromMs } from '../../../shared/domain/time/instant.ts';
import { aDay, aRegister, type MeteredRegister, readingsOf } from '../../support/readings-builder.ts';

const readAt = instantFromMs(1_790_000_000_000);
const day = aDay('2026-11-19');
const main: MeteredRegister = { register: aRegister('m', 'main'), powerW: 1000 };
const circuit = (over: Partial<MeteredRegister['register']>, powerW: MeteredRegister['powerW'], energyKWh?: null) => ({
  register: aRegister('c', 'circuit', over),
  powerW,
  ...(energyKWh === undefined ? {} : { energyKWh }),
});
const facts = (metered: readonly MeteredRegister[], earlier?: ReturnType<typeof summariseDay>) =>
  summariseDay(withoutLaterRegisters(readingsOf(day, metered), earlier), readAt);

const silent = () => null;
const TOMORROW = '2026-11-20T15:00:00Z';

describe('a circuit that was added after the day', () => {
  it.each([
    ['no energy', null],
    ['a zero', undefined],
  ] as const)('is no part of the day with %s, which is complete without it', (_name, energyKWh) => {
    const known = facts([main, circuit({ createdAt: TOMORROW }, silent, energyKWh)]);

    expect(known.registers.map(({ id }) => id)).toEqual(['m']);
    expect(known.quality).toBe('measured');
    expect(known.totals.other).toMatchObject({ energyKWh: 24, quality: 'measured' });
  });

  it('takes its hub along, from which nothing was expected either', () => {
    const known = facts([main, circuit({ createdAt: TOMORROW, hubId: 'hub2' }, silent)]);

    expect(known).toMatchObject({ coverage: 1, quality: 'measured', gaps: [] });
  });

  it('stays when samples came of it all the same', () => {
    const known = facts([main, circuit({ createdAt: TOMORROW }, 400)]);

    expect(known.registers[1]).toMatchObject({ energyKWh: 9.6, quality: 'measured' });
    expect(known.totals.other.energyKWh).toBeCloseTo(14.4, 9);
  });
});

describe('a silent circuit', () => {
  it('is a gap where nobody tells its age, or where it was there before', () => {
    for (const createdAt of [null, '2018-02-06T22:20:09.299415Z', 'not a date']) {
      const known = facts([main, circuit({ createdAt }, silent)]);

      expect(known.registers[1]).toMatchObject({ energyKWh: null, quality: 'missing' });
      expect(known.quality).toBe('partial');
    }
  });

  it('is no part of a day that was read before without it', () => {
    const before = facts([main]);

    expect(facts([main, circuit({}, silent)], before)).toEqual(before);
    expect(facts([main, circuit({}, 400)], before).registers).toHaveLength(2);
  });

  it('is a gap of a day that was read before with it', () => {
    const before = facts([main, circuit({}, 400)]);

    expect(facts([main, circuit({}, silent)], before).registers[1]).toMatchObject({ quality: 'missing' });
  });
});

describe('a circuit that was added during the day', () => {
  // 12 hours after the day began.
  const createdAt = '2026-11-19T18:00:00Z';

  it('is expected from then on', () => {
    const known = facts([main, circuit({ createdAt }, (slot) => (slot < 144 ? null : 400))]);

    expect(known.registers[1]).toMatchObject({ coverage: 1, quality: 'measured' });
    expect(known.quality).toBe('measured');
    expect(known.totals.other).toMatchObject({ energyKWh: 24 - 4.8, quality: 'measured', uncertaintyKWh: 0 });
  });

  it('has a gap where it is silent later', () => {
    const known = facts([main, circuit({ createdAt }, (slot) => (slot < 216 ? null : 400))]);

    expect(known.registers[1]).toMatchObject({ coverage: 0.5, quality: 'partial' });
    expect(known.totals.other.uncertaintyKWh).toBeCloseTo((72 * 400) / 12_000, 9);
  });
});
