import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { finishedKey } from '../../../shared/application/keys.ts';
import { type Plan, planReports } from '../../../shared/application/plan-reports.ts';
import type { ObjectStore } from '../../../shared/application/ports.ts';
import { markRechecked } from '../../../shared/application/rechecks.ts';
import { locationPath } from '../../../shared/domain/location.ts';
import { instantFromMs, parseInstant } from '../../../shared/domain/time/instant.ts';
import { seededRandom } from '../../support/seeded-random.ts';
import { aPlannedFleet } from './planned-fleet.ts';

const ZONES = ['America/Chicago', 'Asia/Kathmandu', 'Europe/Berlin', 'Pacific/Apia', 'Pacific/Kiritimati'];
const QUARTER_MS = 15 * 60_000;
const HOUR_MS = 4 * QUARTER_MS;
const DAY_MS = 24 * HOUR_MS;

type Step =
  | { readonly what: 'wait'; readonly ms: number }
  | { readonly what: 'add' | 'remove' | 'return' | 'move'; readonly which: number; readonly zone: number }
  | { readonly what: 'rule' | 'lose checkpoint' | 'break list' | 'twin tick' };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(QUARTER_MS, HOUR_MS, 7 * HOUR_MS).map((ms) => ({ what: 'wait' as const, ms })),
  },
  { weight: 3, arbitrary: fc.constantFrom(1, 2, 9, 40).map((days) => ({ what: 'wait' as const, ms: days * DAY_MS })) },
  {
    weight: 4,
    arbitrary: fc.record({
      what: fc.constantFrom('add', 'remove', 'return', 'move'),
      which: fc.nat(9),
      zone: fc.nat(ZONES.length - 1),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('rule', 'lose checkpoint', 'break list', 'twin tick').map((what) => ({ what })),
  },
);

const named = ({ due }: Plan) =>
  due
    .map(({ ref, period, recheckDay, dueAt }) => `${locationPath(ref)} ${period.key} ${recheckDay ?? ''} ${dueAt}`)
    .sort();

/** The same ledger for a planner that has forgotten what others noted down. */
const withoutNotes = (ledger: ObjectStore): ObjectStore => ({
  ...ledger,
  async *list(prefix) {
    if (!prefix.includes('/control/planning/')) yield* ledger.list(prefix);
  },
});

describe('what one tick notes down for the next', () => {
  test.prop([fc.array(step, { minLength: 4, maxLength: 16 }), fc.nat(1_000_000)], { numRuns: 25 })(
    'never changes what is due, whatever happened to the fleet, the rules, the notes and the clock',
    async (steps, seed) => {
      const random = seededRandom(`plans ${seed}`);
      const fleet = aPlannedFleet(parseInstant('2026-09-28T03:10:00Z'));
      for (const [index, zone] of ZONES.entries()) fleet.put(`l${index}`, zone);

      for (const { what, ...more } of steps) {
        const { which = 0, zone = 0, ms = 0 } = more as { which?: number; zone?: number; ms?: number };
        const zoneName = ZONES[zone] ?? 'UTC';
        if (what === 'wait') fleet.now = instantFromMs(fleet.now + ms);
        if (what === 'add') fleet.put(`n${which}`, zoneName);
        if (what === 'remove') fleet.remove(`l${which % ZONES.length}`);
        if (what === 'return' || what === 'move') fleet.put(`l${which % ZONES.length}`, zoneName);
        if (what === 'rule') fleet.changeRules();
        if (what === 'lose checkpoint') fleet.loseNotes();
        fleet.listIsBroken = what === 'break list';

        const fresh = await planReports({ ...fleet.parts(), ledger: withoutNotes(fleet.store) }, true);
        const plan = await planReports(fleet.parts());
        expect(named(plan)).toEqual(named(fresh));
        if (what === 'twin tick') expect(named(await planReports(fleet.parts()))).toEqual(named(fresh));

        for (const { ref, period, recheckDay } of plan.due) {
          // Some reports wait for their data, fail, or get lost on the way.
          if (random() < 0.2) continue;
          if (recheckDay !== undefined) await markRechecked(fleet.parts(), ref, period, recheckDay);
          else await fleet.store.putNew(finishedKey(ref, period), Buffer.from('{}'), 'application/json');
        }
      }
    },
  );
});
