import { describe, expect, it } from 'vitest';
import { passageCount } from './planted/patched-copy.ts';
import { PLANTS } from './planted/plants.ts';
import { seek } from './planted/seek.ts';

const SCENARIOS = 50;
/** Bugs that are planted by other wiring alone, and that few scenarios find. */
const QUICKLY_FOUND = [
  '409 is taken for a key that exists',
  'ledger entries live for an hour',
  'the deadline is shorter than events may take',
];

describe('scenarios with up to six faults', { timeout: 180_000 }, () => {
  it('break no rule', async () => {
    expect(await seek({}, SCENARIOS, 20_261_120)).toBeUndefined();
  });

  it.each(PLANTS.filter(({ name }) => QUICKLY_FOUND.includes(name)))(
    'find that $name, by few faults',
    async (plant) => {
      const found = await seek(plant, 3 * SCENARIOS, 7);

      expect(found?.violation.rule).toBeTypeOf('string');
      expect(found?.scenario.faults.length).toBeLessThanOrEqual(3);
    },
  );

  it.each(PLANTS.flatMap(({ name, edits = [] }) => edits.map((edit) => ({ name, ...edit }))))(
    'can be tried with the bug “$name”: its passage is in $file',
    async (edit) => {
      expect(await passageCount(edit)).toBe(1);
    },
  );
});
