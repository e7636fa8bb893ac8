import { describe, expect, test } from 'vitest';
import { aFile, faultsOf, parse } from './configuration-builder.ts';

const policies = (changes: Parameters<typeof aFile>[0]) => {
  const { defaults, reports } = parse(aFile(changes));
  return [defaults.mailPolicy, reports[0]?.settings.mailPolicy];
};

describe('the mail policy', () => {
  test('is left to the host where the file says nothing', () => {
    expect(policies({})).toEqual([undefined, undefined]);
  });

  test('is that of the defaults unless a rule has its own', () => {
    expect(policies({ 'defaults.mailPolicy': 'atMostOnce' })).toEqual(['atMostOnce', 'atMostOnce']);
    expect(policies({ 'reports.0.mailPolicy': 'atLeastOnce' })).toEqual([undefined, 'atLeastOnce']);
    const both = { 'defaults.mailPolicy': 'atMostOnce', 'reports.0.mailPolicy': 'atLeastOnce' };
    expect(policies(both)).toEqual(['atMostOnce', 'atLeastOnce']);
  });

  test('is one of two', () => {
    expect(faultsOf(aFile({ 'reports.0.mailPolicy': 'exactlyOnce' }))).toEqual([
      'reports[0].mailPolicy: must be one of atLeastOnce, atMostOnce',
    ]);
    expect(faultsOf(aFile({ 'defaults.mailPolicy': null }))).toHaveLength(1);
  });
});
