import { describe, expect, test } from 'vitest';
import { aFile, faultsOf, parse } from './configuration-builder.ts';

const ID = '4d6874eb-2499-41dc-88ce-2dc570099f5e';
const listOf = (changes: Parameters<typeof aFile>[0]) => parse(aFile(changes)).reports[0]?.recipientsFromSource;

describe('the locations whose customers a rule may mail to', () => {
  test('are none unless they are listed', () => {
    expect(listOf({})).toBeUndefined();
    expect(listOf({ 'reports.0.recipientsFromSource': [ID, ID] })).toEqual([ID]);
    expect(listOf({ 'reports.0.recipientsFromSource': [] })).toEqual([]);
  });

  test('are locations that the rule is about', () => {
    const other = { 'reports.0.recipientsFromSource': [ID, 'other'] };
    expect(faultsOf(aFile(other))).toEqual([
      'reports[0].recipientsFromSource[1]: must be one of reports[0].match.locations: the rule is about no others',
    ]);
    expect(faultsOf(aFile({ ...other, 'reports.0.match.locations': '*' }))).toEqual([]);
  });

  test.each([['*'], [true], [[7]], [['a/b']]])('are a list of ids, never a word for all of them: %j', (list) => {
    expect(faultsOf(aFile({ 'reports.0.match.locations': '*', 'reports.0.recipientsFromSource': list }))).toHaveLength(
      1,
    );
  });
});
