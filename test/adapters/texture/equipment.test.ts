import { describe, expect, it } from 'vitest';
import type { SimulatedLocation } from '../../../infra/local/simulator/simulated-fleet.ts';
import { STEADY_W, simulatedHouse } from '../../infra/local/simulator/simulated-house.ts';
import { dayIn } from '../curb-fleet/curb-world.ts';
import { startTextureWorld } from './texture-world.ts';

/** Without production and battery, or with both of them idle on the day that is read. */
function house(has: 'nothing' | 'idle sources'): SimulatedLocation {
  const whole = simulatedHouse({
    wattsAt: (id, stamp) => {
      const isBusy = stamp < Date.parse('2026-11-15T00:00:00Z') / 1000;
      return ['roof', 'shed', 'cell'].includes(id) && !isBusy ? 0 : (STEADY_W[id] ?? 0);
    },
  });
  if (has !== 'nothing') return whole;
  const kept = new Set(
    whole.registers.flatMap(({ production, battery }, index) => (production || battery ? [] : [index])),
  );
  const indexes = [...kept];
  return {
    ...whole,
    registers: whole.registers.filter((_, index) => kept.has(index)),
    wattsAt: (index, stamp) => whole.wattsAt(indexes[index] ?? 0, stamp),
  };
}

const silentStorage = { kind: 'status', status: 404, path: '/metrics/storage' } as const;

describe('what a site has', () => {
  it('is told by its devices, however idle they are', async () => {
    const { readFacts, simulator } = await startTextureWorld({ places: [house('idle sources')] });

    const { totals } = await readFacts();

    expect([totals.production, totals.battery]).toMatchObject([
      { energyKWh: 0, quality: 'measured' },
      { energyKWh: 0, quality: 'measured' },
    ]);
    expect(simulator.requests.records.filter(({ query }) => query.includes('MONTH'))).toEqual([]);
  });

  it('shows in the year before where nobody tells its devices, asked for once', async () => {
    const { source, sites, simulator } = await startTextureWorld({
      places: [house('idle sources')],
      site: { tellsEquipment: false },
      faults: [silentStorage],
    });
    const reader = await source.openLocation({ source: 'texture', fleet: 'homes', id: sites[0]?.site.id ?? '' });

    const [day] = await Promise.all(
      ['2026-11-18', '2026-11-19'].map((date) => reader.readDay(dayIn('America/Chicago', date))),
    );

    expect(day?.registers.map(({ id }) => id)).toContain('solar');
    expect(simulator.requests.records.filter(({ query }) => query.includes('MONTH'))).toHaveLength(2);
  });

  it('is nothing but the grid where there never was anything else: production has no meaning there', async () => {
    const { readFacts } = await startTextureWorld({ places: [house('nothing')], site: { tellsEquipment: false } });

    const { totals, registers } = await readFacts();

    expect(registers.map(({ id }) => id)).toEqual(['grid']);
    expect([totals.production.quality, totals.battery.quality]).toEqual(['not_applicable', 'not_applicable']);
    expect(totals.consumption.quality).toBe('measured');
  });

  it('is taken for nothing where the API refuses to look back', async () => {
    const { readFacts } = await startTextureWorld({
      places: [house('nothing')],
      site: { tellsEquipment: false },
      // The day itself is asked for first.
      faults: ['generation', 'production'].map((metric) => ({ kind: 'status', status: 400, path: metric, skip: 1 })),
    });

    expect((await readFacts()).registers.map(({ id }) => id)).toEqual(['grid']);
  });
});
