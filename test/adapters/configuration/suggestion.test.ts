import { expect, test } from 'vitest';
import { suggestion } from '../../../shared/adapters/configuration/suggestion.ts';

const KNOWN = ['daily', 'weekly', 'monthly', 'cycle', 'maxWaitHours', 'curb-fleet'];

test.each([
  ['dayly', 'daily'],
  ['DAILY', 'daily'],
  ['daliy', 'daily'],
  ['wekly', 'weekly'],
  ['maxwaithours', 'maxWaitHours'],
  ['max-wait-hours', 'maxWaitHours'],
  ['curb_fleet', 'curb-fleet'],
  ['yearly', undefined],
  ['x', undefined],
  ['', undefined],
])('for %j suggests %j', (given, expected) => {
  expect(suggestion(given, KNOWN)).toBe(expected);
});
