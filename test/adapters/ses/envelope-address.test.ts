import { describe, expect, it } from 'vitest';
import { envelopeAddress } from '../../../shared/adapters/ses/envelope-address.ts';

describe('an envelope address', () => {
  it.each([
    ['owner@example.com', 'owner@example.com'],
    ['Energy reports <reports@example.com>', 'reports@example.com'],
    ['"Doe, Jane" <jane@example.com> ', 'jane@example.com'],
    ['owner@bücher.example', 'owner@xn--bcher-kva.example'],
    ['Owner.Name+tag@EXAMPLE.com', 'Owner.Name+tag@example.com'],
  ])('of %j is %j', (text, expected) => {
    expect(envelopeAddress(text)).toBe(expected);
  });

  it.each(['owner', 'a@example.com, b@example.com', 'a@example.com\r\nBcc: b@example.com', 'zoë@example.com'])(
    'is none in %j',
    (text) => {
      expect(() => envelopeAddress(text)).toThrow(/^The envelope address /);
    },
  );
});
