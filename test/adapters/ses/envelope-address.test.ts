import { describe, expect, it } from 'vitest';
import { envelopeAddress } from '../../../shared/adapters/ses/envelope-address.ts';

describe('an envelope address', () => {
  it.each([
    ['owner@example.com', 'owner@example.com'],
    ['Energy reports <reports@example.com>', 'reports@example.com'],
    ['"Doe, Jane <home>" <jane@example.com> ', 'jane@example.com'],
    [' <a@b.example>', 'a@b.example'],
    ['owner@bücher.example', 'owner@xn--bcher-kva.example'],
    ['Owner.Name+tag@EXAMPLE.com', 'Owner.Name+tag@example.com'],
    ['no address', 'no address'],
    ['odd@not a domain', 'odd@not a domain'],
  ])('of %j is %j', (text, expected) => {
    expect(envelopeAddress(text)).toBe(expected);
  });
});
