import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { isDeeperThan } from '../../../shared/adapters/http/json-depth.ts';

const depthOf = (value: unknown): number =>
  typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0;

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
