import { describe, expect, it } from 'vitest';
import { planReports } from '../../../shared/application/plan-reports.ts';
import { instantFromMs, parseInstant } from '../../../shared/domain/time/instant.ts';
import { aPlannedFleet } from './planned-fleet.ts';

const DAY_MS = 86_400_000;
const ids = Array.from({ length: 12 }, (_, index) => `house-${index}`);

/** A fleet of twelve that was planned for once, and what the ticks say after `change`, a day apart. */
async function saidAfter(change: (fleet: ReturnType<typeof aPlannedFleet>) => void) {
  const fleet = aPlannedFleet(parseInstant('2026-10-01T15:00:00Z'));
  for (const id of ids) fleet.put(id, 'America/Chicago');
  const tick = async () => {
    const { problems, due } = await planReports(fleet.parts());
    fleet.now = instantFromMs(fleet.now + DAY_MS);
    return { said: problems.map(({ about, message }) => `${about}: ${message}`), due: due.length };
  };
  expect((await tick()).said).toEqual([]);
  change(fleet);
  return { fleet, tick, said: [await tick(), await tick()].map(({ said }) => said) };
}

describe('a list of locations', () => {
  it('that is empty is no news of an empty fleet: it is told for as long as it is so, and all is made up for', async () => {
    const { fleet, tick, said } = await saidAfter((it) => {
      for (const id of ids) it.remove(id);
    });
    const empty = [expect.stringMatching(/^fleet\/demo: The list of locations is empty, so nobody gets a report/)];
    expect(said).toEqual([empty, empty]);

    for (const id of ids) fleet.put(id, 'America/Chicago');
    const back = await tick();
    expect(back.said).toEqual([]);
    expect(back.due).toBeGreaterThanOrEqual(3 * ids.length);
  });

  it.each([
    [1, []],
    [2, []],
    [3, [expect.stringMatching(/^fleet\/demo: .* holds 9 that reports can be made of, and held 12 before/)]],
    [11, [expect.stringMatching(/ holds 1 .* held 12 /)]],
  ])('that lost %i of twelve is told of once, if that is more than a fifth', async (gone, expected) => {
    const { said } = await saidAfter((it) => {
      for (const id of ids.slice(0, gone)) it.remove(id);
    });
    expect(said).toEqual([expected, []]);
  });

  it('that breaks off is told of as such, and as nothing else', async () => {
    const { said } = await saidAfter((it) => {
      it.listIsBroken = true;
    });
    for (const one of said) expect(one).toEqual([expect.stringContaining('could not be read to its end')]);
  });
});
