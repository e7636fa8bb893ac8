import * as fc from 'fast-check';
import type { FaultKind } from '../world/faults.ts';
import { PLACES, type Scenario } from './scenario.ts';

const KINDS: readonly FaultKind[] = [
  'error',
  'lost-reply',
  'crash-before',
  'crash-after',
  'refusal',
  'slow',
  'repeat',
  'drop',
  'late',
];
const MAX_FAULTS = 6;

/** Where faults are put: mostly where the first reports are made, now and then much later. */
const operation = fc.oneof({ weight: 3, arbitrary: fc.nat(90) }, { weight: 1, arbitrary: fc.nat(600) });

/** Scenarios that shrink to the fewest faults, in the plainest place, for one reader. */
export const scenarios: fc.Arbitrary<Scenario> = fc.record({
  faults: fc.array(fc.record({ at: operation, kind: fc.constantFrom(...KINDS) }), { maxLength: MAX_FAULTS }),
  order: fc.nat(1_000_000),
  place: fc.constantFrom(...PLACES),
  locations: fc.integer({ min: 1, max: 2 }),
  recipients: fc.integer({ min: 1, max: 2 }),
  whenInDoubt: fc.constantFrom('resend', 'hold'),
  lateData: fc.boolean(),
});
