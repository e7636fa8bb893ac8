import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { excessOf, isDeeperThan, isValueDeeperThan } from '../../../shared/adapters/http/json-depth.ts';

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
    expect(isValueDeeperThan(value, depth)).toBe(false);
    if (depth > 0) expect(isValueDeeperThan(value, depth - 1)).toBe(true);
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
