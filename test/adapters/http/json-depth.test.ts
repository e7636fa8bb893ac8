import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { excessOf, isDeeperThan, isValueDeeperThan, openingsIn } from '../../../shared/adapters/http/json-depth.ts';

const depthOf = (value: unknown): number =>
  typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0;

const containersOf = (value: unknown): number =>
  typeof value === 'object' && value !== null
    ? Object.values(value).reduce<number>((sum, part) => sum + containersOf(part), 1)
    : 0;

describe('excessOf', () => {
  test.prop([fc.jsonValue({ maxDepth: 8 })])('counts arrays and objects as the parsed value has them', (value) => {
    const containers = containersOf(value);
    const excess = (max: number) => excessOf(JSON.stringify(value), { depth: 99, containers: max });
    expect(excess(containers)).toBeUndefined();
    if (containers > 0) expect(excess(containers - 1)).toBe('containers');
  });
});

describe('isDeeperThan', () => {
  test.prop([fc.jsonValue({ maxDepth: 8 })])('agrees with the parsed value', (value) => {
    const depth = depthOf(value);
    expect(isDeeperThan(JSON.stringify(value), depth)).toBe(false);
    if (depth > 0) expect(isDeeperThan(JSON.stringify(value), depth - 1)).toBe(true);
  });

  it.each(['"[[[["', '"\\"[[[["', '"\\\\","[[[["', '{"[[[":"{{{"}'])(
    'does not count brackets inside strings: %s',
    (text) => {
      expect(isDeeperThan(text, 1)).toBe(false);
    },
  );

  it('needs no stack for a million levels', () => {
    expect(isDeeperThan('['.repeat(1_000_000), 32)).toBe(true);
    expect(isDeeperThan('[]'.repeat(1_000_000), 32)).toBe(false);
  });
});

describe('openingsIn', () => {
  test.prop([fc.jsonValue({ maxDepth: 8 })])('is never below the number of arrays and objects', (value) => {
    expect(openingsIn(JSON.stringify(value), 10_000)).toBeGreaterThanOrEqual(containersOf(value));
  });

  it('counts brackets in strings too, and no further than needed', () => {
    expect(openingsIn('{"a":["[{",{}]}', 10)).toBe(5);
    expect(openingsIn('[{'.repeat(1_000), 10)).toBe(11);
  });
});

describe('isValueDeeperThan', () => {
  const anyValue = fc.jsonValue({ maxDepth: 8 });
  test.prop([anyValue, fc.nat(5)])('is told the depth of a value by however high a bound', (value, tooMany) => {
    const [depth, bound] = [depthOf(value), containersOf(value) + tooMany];
    expect(isValueDeeperThan(value, depth, bound)).toBe(false);
    if (depth > 0) expect(isValueDeeperThan(value, depth - 1, bound)).toBe(true);
  });

  it('needs no stack for a hundred thousand levels', () => {
    const levels = 100_000;
    const value: unknown = JSON.parse('[{"a":'.repeat(levels / 2) + '}]'.repeat(levels / 2).replace('}', '0}'));
    expect(isValueDeeperThan(value, levels - 1, levels)).toBe(true);
    expect(isValueDeeperThan(value, levels, levels)).toBe(false);
  });
});
