import { expect, it } from 'vitest';
import { reasonOfProblem } from '../../functions/metric-reasons.ts';
import { SHRUNK_LIST } from '../../shared/application/planning/shrunk-lists.ts';
import { problemFrom } from '../../shared/application/problem.ts';
import { SourceAccessError } from '../../shared/errors.ts';

it.each([
  [problemFrom('fleet', new SourceAccessError('refused')), 'access'],
  [{ about: 'fleet/demo', message: 'holds 9, and held 12', retryable: true, code: SHRUNK_LIST }, 'shrunk_list'],
  [{ about: 'fleet/demo', message: 'the list broke off', retryable: true }, 'unavailable'],
  [{ about: 'fleet/demo/a', message: 'no time zone', retryable: false }, 'invalid_location'],
] as const)('calls %j %s', (problem, reason) => {
  expect(reasonOfProblem(problem)).toBe(reason);
});
