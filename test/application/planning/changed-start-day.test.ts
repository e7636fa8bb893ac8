import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { finishedKey } from '../../../shared/application/keys.ts';
import { planReports } from '../../../shared/application/plan-reports.ts';
import { type Instant, instantFromMs, parseInstant } from '../../../shared/domain/time/instant.ts';
import { plusDays } from '../../../shared/domain/time/local-date.ts';
import type { Period } from '../../../shared/domain/time/period.ts';
import { aRule } from '../../support/report-world.ts';
import { seededRandom } from '../../support/seeded-random.ts';
import { aPlannedFleet } from './planned-fleet.ts';

const DAY_MS = 86_400_000;

/** A place with billing cycles, and every cycle that a tick ever asked for. */
function aBilledPlace(startDay: number) {
  const fleet = aPlannedFleet(parseInstant('2026-01-20T15:00:00Z'));
  fleet.put('a', 'America/Chicago');
  const asked = new Map<string, Period>();
  const setDay = (cycleStartDay: number) => {
    const rule = aRule({ kinds: ['cycle'] });
    fleet.rules = [{ ...rule, settings: { ...rule.settings, cycleStartDay } }];
  };
  setDay(startDay);
  const tick = async (finishes: (period: Period) => boolean = () => true) => {
    const { due } = await planReports(fleet.parts());
    for (const { ref, period, recheckDay } of due) {
      if (recheckDay !== undefined) continue;
      asked.set(period.key, period);
      if (finishes(period)) await fleet.store.putNew(finishedKey(ref, period), Buffer.from('{}'), 'application/json');
    }
    return due.filter(({ recheckDay }) => recheckDay === undefined).map(({ period }) => period.key);
  };
  const goTo = (text: string): Instant => (fleet.now = parseInstant(text));
  return { fleet, asked, setDay, tick, goTo };
}

describe('a cycle whose start day is changed', () => {
  it.each([
    ['forward, before the cycle that runs is over', 15, 20, [['2026-02-25T15:00:00Z', ['2026-02-15/2026-02-19']]]],
    [
      'back to the first of the month',
      15,
      1,
      [
        ['2026-02-25T15:00:00Z', []],
        ['2026-03-01T15:00:00Z', ['2026-02-15/2026-02-28']],
        ['2026-04-01T15:00:00Z', ['2026-03-01/2026-03-31']],
      ],
    ],
    [
      'to the end of the month',
      15,
      31,
      [
        ['2026-02-28T15:00:00Z', ['2026-02-15/2026-02-27']],
        ['2026-03-31T15:00:00Z', ['2026-02-28/2026-03-30']],
      ],
    ],
  ] as const)('goes on where it was: %s', async (_, before, after, expected) => {
    const { setDay, tick, goTo } = aBilledPlace(before);
    expect(await tick()).toEqual(['2025-12-15/2026-01-14']);
    goTo('2026-02-18T15:00:00Z');
    expect(await tick()).toEqual(['2026-01-15/2026-02-14']);

    setDay(after);
    for (const [at, due] of expected) {
      goTo(at);
      expect(await tick()).toEqual(due);
      expect(await tick()).toEqual([]);
    }
  });

  it('leaves nothing out that was open when it was changed', async () => {
    const { setDay, tick, goTo } = aBilledPlace(15);
    await tick();
    goTo('2026-02-18T15:00:00Z');
    await tick(() => false);
    setDay(1);
    await tick(() => false);
    goTo('2026-03-02T15:00:00Z');

    expect(await tick()).toEqual(['2026-01-15/2026-02-14', '2026-02-15/2026-02-28']);
  });

  const change = fc.record({ afterDays: fc.integer({ min: 1, max: 90 }), day: fc.integer({ min: 1, max: 28 }) });

  test.prop([fc.integer({ min: 1, max: 28 }), fc.array(change, { minLength: 1, maxLength: 4 }), fc.nat(1_000_000)], {
    numRuns: 30,
  })('makes no gap and no overlap, however often', async (startDay, changes, seed) => {
    const random = seededRandom(`cycles ${seed}`);
    const { fleet, asked, setDay, tick } = aBilledPlace(startDay);
    for (const { afterDays, day } of [...changes, { afterDays: 70, day: undefined }]) {
      for (let days = 0; days < afterDays; days += 3) {
        await tick(() => random() < 0.8);
        if (random() < 0.1) fleet.loseNotes();
        fleet.now = instantFromMs(fleet.now + 3 * DAY_MS);
      }
      if (day !== undefined) setDay(day);
    }
    const cycles = [...asked.values()].sort((a, b) => (a.first < b.first ? -1 : 1));
    expect(cycles.length).toBeGreaterThan(2);
    for (const [index, { first }] of cycles.entries()) {
      const before = cycles[index - 1];
      if (before !== undefined) expect(`${first}`).toBe(plusDays(before.last, 1));
    }
  });
});
