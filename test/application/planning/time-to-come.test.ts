import { describe, expect, it } from 'vitest';
import { finishedKey } from '../../../shared/application/keys.ts';
import { planReports } from '../../../shared/application/plan-reports.ts';
import { type Instant, parseInstant } from '../../../shared/domain/time/instant.ts';
import { aRule } from '../../support/report-world.ts';
import { aPlannedFleet } from './planned-fleet.ts';

const PRESENT = parseInstant('2026-11-20T13:00:00Z');
const ZONES = ['America/Chicago', 'Asia/Kathmandu', 'Pacific/Kiritimati'];

/** So many locations that ticks write down what they have found out. */
function aFleet(locations: number) {
  const fleet = aPlannedFleet(PRESENT);
  fleet.rules = [aRule({ kinds: ['daily', 'cycle'] })];
  for (let index = 0; index < locations; index += 1) fleet.put(`l${index}`, ZONES[index % ZONES.length] ?? 'UTC');
  const tickAt = async (now: Instant) => {
    fleet.now = now;
    const plan = await planReports(fleet.parts());
    const due = plan.due.filter(({ recheckDay }) => recheckDay === undefined);
    for (const { ref, period } of due) {
      await fleet.store.putNew(finishedKey(ref, period), Buffer.from('{}'), 'application/json');
    }
    return due.map(({ ref, period }) => `${ref.id} ${period.key}`).sort();
  };
  return { fleet, tickAt };
}

describe.each([3, 200])('a tick of a time to come, for %i locations', (locations) => {
  it.each(['2026-11-24T13:00:00Z', '2031-05-01T13:00:00Z'])('at %s silences none of the present', async (future) => {
    const next = parseInstant('2026-11-22T13:00:00Z');
    const usual = aFleet(locations);
    const expected = [...(await usual.tickAt(PRESENT)), ...(await usual.tickAt(next))];
    expect(expected.length).toBeGreaterThan(3 * locations);

    const { fleet, tickAt } = aFleet(locations);
    const made = [...(await tickAt(parseInstant(future))), ...(await tickAt(parseInstant(future)))];
    fleet.put('new', 'Europe/Berlin');
    for (const now of [PRESENT, PRESENT, next]) made.push(...(await tickAt(now)));

    expect(made).toEqual(expect.arrayContaining([...expected, 'new 2026-11-19']));
    expect(made).toHaveLength(new Set(made).size);
  });
});
