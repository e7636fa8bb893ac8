import { fc, test as propertyTest } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { findJsonFault } from '../../../shared/adapters/configuration/json-fault.ts';

const isJson = (text: string) => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe('findJsonFault', () => {
  test.each([
    ['', 1, 1, 'is empty'],
    ['{\n  "a": 1\n  "b": 2\n}', 3, 3, 'needs a , or a }'],
    ['{"a": 1,}', 1, 8, 'has a comma before the }, which JSON does not allow'],
    ['[1, 2,\n]', 1, 6, 'has a comma before the ], which JSON does not allow'],
    ['{"a": [1, 2', 1, 12, 'ends before its ]'],
    ['{"a": 1,', 1, 9, 'ends before its }'],
    ['{"a"}', 1, 5, 'needs a : between name and value'],
    ['{a: 1}', 1, 2, 'needs a name in double quotes'],
    ["{'a': 1}", 1, 2, 'needs a name in double quotes'],
    ['{"a": \'b\'}', 1, 7, 'has single quotes: JSON has double quotes only'],
    ['{\r\n  // here\r\n}', 2, 3, 'needs a name in double quotes'],
    ['{"a": // here\n1}', 1, 7, 'has a comment, which JSON does not allow'],
    ['{"a": "b\n"}', 1, 7, 'begins a text that does not end on its line, or that has a wrong character behind a \\'],
    ['{"a": "\\x"}', 1, 7, 'begins a text that does not end on its line, or that has a wrong character behind a \\'],
    ['{"a": 01}', 1, 8, 'needs a , or a }'],
    ['{"a": }', 1, 7, 'has no value here: write a text in double quotes, a number, true, false, null, { } or [ ]'],
    ['{} {}', 1, 4, 'has something behind its end'],
    ['{"a": 1, "a": 2}', 1, 10, 'repeats a name that stands in the same { } already'],
    ['{"a": 1, "\\u0061": 2}', 1, 10, 'repeats a name that stands in the same { } already'],
  ])('tells of %j where it goes wrong', (text, line, column, problem) => {
    expect(findJsonFault(text)).toEqual({ line, column, problem });
  });

  test('takes one name in several objects', () => {
    expect(findJsonFault('{"a": {"a": 1}, "b": [{"a": 1}, {"a": 2}]}')).toBeUndefined();
  });

  test('is not brought down by depth', () => {
    expect(findJsonFault('['.repeat(100_000))?.problem).toBe('is nested more than 100 deep');
  });

  propertyTest.prop(
    [
      fc.json({ maxDepth: 5 }),
      fc.nat(),
      fc.constantFrom('', ' ', ',', '"', '}', ']', ':', '0', '\\', '-', '.', 'e1', 'null', '\u0001', '\u007f', 'é'),
    ],
    { numRuns: 500 },
  )('agrees with JSON.parse on every text that a slip of the pen makes', (json, place, slip) => {
    const at = place % (json.length + 1);
    const text = json.slice(0, at) + slip + json.slice(slip === '' ? at + 1 : at);
    const fault = findJsonFault(text);

    // A name that stands twice is a fault of ours, whatever JSON.parse says of the rest of the text.
    if (fault?.problem.startsWith('repeats')) return;
    expect(fault === undefined).toBe(isJson(text));
  });
});
