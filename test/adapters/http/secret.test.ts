import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { Secret } from '../../../shared/adapters/http/secret.ts';

const CANARY = 'canary-3f1c9a';

describe('a secret', () => {
  const secret = new Secret(CANARY);

  it.each([
    ['a template', (s: Secret) => `${s}`],
    ['concatenation', (s: Secret) => `x${String(s)}`],
    ['JSON', (s: Secret) => JSON.stringify({ s })],
    [
      'inspection, hidden properties included',
      (s: Secret) => inspect({ s }, { showHidden: true, depth: 9, getters: true }),
    ],
    ['its keys and values', (s: Secret) => JSON.stringify([Object.entries(s), Reflect.ownKeys(s).map(String)])],
    ['a copy', (s: Secret) => JSON.stringify([{ ...s }, structuredClone(s)])],
    ['an error', (s: Secret) => inspect(new Error(`refused: ${s}`, { cause: s }))],
  ])('is not shown by %s', (_, show) => {
    expect(show(secret)).not.toContain(CANARY);
  });

  it('is revealed on purpose only', () => {
    expect(secret.reveal()).toBe(CANARY);
    expect(String(secret)).toBe('[redacted]');
  });
});
