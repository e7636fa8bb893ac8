import { describe, expect, it } from 'vitest';
import { finishedKey, reportId } from '../../../shared/application/keys.ts';
import { createLedgerMarks } from '../../../shared/application/planning/ledger-marks.ts';
import { markRechecked } from '../../../shared/application/rechecks.ts';
import { parseInstant } from '../../../shared/domain/time/instant.ts';
import { parsePeriod } from '../../../shared/domain/time/period.ts';
import { aPlannedFleet } from './planned-fleet.ts';

const PERIOD = parsePeriod('2026-11-19');
const refOf = (index: number) => ({ source: 's', fleet: 'f', id: `l${index}` });

async function aLedger() {
  const fleet = aPlannedFleet(parseInstant('2026-11-20T12:00:00Z'));
  for (let index = 0; index < 10; index += 1) {
    await fleet.store.putNew(finishedKey(refOf(index), PERIOD), Buffer.from('{}'), 'application/json');
    for (const day of [1, 10, 3].slice(0, index % 4)) await markRechecked(fleet.parts(), refOf(index), PERIOD, day);
  }
  return fleet;
}

const ids = (...indexes: number[]) => indexes.map((index) => reportId(refOf(index), PERIOD));

describe.each([
  ['a fleet of one page, by one list', 500],
  ['a larger one, report by report', 12_000],
  ['one so large that its lists are split', 40_000],
])('marks of %s', (_, locations) => {
  it('tell what is finished and how far rechecks got', async () => {
    const marks = createLedgerMarks({ ledger: (await aLedger()).store }, locations);
    const asked = ids(0, 3, 9, 11);

    const isFinished = await marks.finished(PERIOD, asked);
    const day = await marks.rechecked(PERIOD, asked);

    expect(asked.map(isFinished)).toEqual([true, true, true, false]);
    expect(asked.map(day)).toEqual([0, 10, 1, 0]);
  });
});

describe('asking for marks', () => {
  it('takes no more requests than there are reports to ask about, nor than the list has pages', async () => {
    const { store } = await aLedger();
    const few = createLedgerMarks({ ledger: store }, 12_000);
    await few.finished(PERIOD, ids(1, 2, 3));
    expect(few.requests()).toBe(3);

    await few.finished(PERIOD, Array.from({ length: 12 }, (_, index) => ids(index)).flat());
    expect(few.requests()).toBe(4);
    await few.finished(PERIOD, ids(1));
    expect(few.requests()).toBe(4);
  });

  it('takes a list once many have asked about a few each', async () => {
    const { store } = await aLedger();
    const marks = createLedgerMarks({ ledger: store }, 12_000);
    for (let sheet = 0; sheet < 40; sheet += 1)
      await marks.finished(PERIOD, ids(sheet, sheet + 1, sheet + 2, sheet + 3));
    expect(marks.requests()).toBe(4 + 1);
  });
});
