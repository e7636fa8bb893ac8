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

describe('a reader in a rule', () => {
  const readersOf = (recipients: unknown) =>
    parse(aFile({ 'reports.0.recipients': recipients })).reports[0]?.recipients;

  test('is an address, or one with a language of its own; of the same address the first', () => {
    const anna = { address: 'Anna <anna@Example.com>', locale: 'de-de' };
    expect(readersOf(['owner@example.com', anna, 'anna@example.com', { address: 'ben@example.com' }])).toEqual([
      'owner@example.com',
      { address: 'anna@example.com', locale: 'de-DE' },
      'ben@example.com',
    ]);
  });

  test.each([
    [
      'an address that is none',
      'x@y',
      'reports[0].recipients[0]: The recipient address has no domain such as example.com',
    ],
    [
      'a language that is none',
      { address: 'a@example.com', locale: 'x' },
      'reports[0].recipients[0].locale: must be a language tag',
    ],
    [
      'an address that is none, with a language',
      { address: 'a' },
      'reports[0].recipients[0].address: The recipient address has no',
    ],
    ['a slip of the pen', { adress: 'a@example.com' }, 'reports[0].recipients[0].address: is missing'],
    ['something else', 7, 'reports[0].recipients[0]: must be an object'],
  ])('is told with its fault: %s', (_, reader, fault) => {
    const faults = faultsOf(aFile({ 'reports.0.recipients': [reader] }));
    expect(faults.some((each) => each.startsWith(fault))).toBe(true);
  });

  test('gets a CSV file for their spreadsheet, as the rule or the defaults say', () => {
    const settings = (changes: Parameters<typeof aFile>[0]) => parse(aFile(changes)).reports[0]?.settings.csv;
    expect([settings({}), settings({ 'defaults.csv': 'european' })]).toEqual([undefined, 'european']);
    expect(settings({ 'defaults.csv': 'european', 'reports.0.csv': 'standard' })).toBe('standard');
    expect(faultsOf(aFile({ 'reports.0.csv': 'excel' }))).toEqual([
      'reports[0].csv: must be one of standard, european',
    ]);
  });
});
