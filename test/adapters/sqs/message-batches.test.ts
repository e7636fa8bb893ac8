import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { messageBatches } from '../../../shared/adapters/sqs/message-batches.ts';

const LIMITS = { messages: 4, bytes: 10 };

describe('batches of messages', () => {
  test.prop([fc.array(fc.string({ unit: 'grapheme', maxLength: 12 }))])(
    'hold every body once, in order, within the limits',
    (bodies) => {
      const batches = messageBatches(bodies, LIMITS);

      expect(batches.flat()).toEqual(bodies);
      for (const batch of batches) {
        const bytes = batch.reduce((sum, body) => sum + Buffer.byteLength(body), 0);
        expect(batch.length).toBeGreaterThan(0);
        expect(batch.length).toBeLessThanOrEqual(LIMITS.messages);
        if (batch.length > 1) expect(bytes).toBeLessThanOrEqual(LIMITS.bytes);
      }
    },
  );

  it.each([
    ['none of nothing', [], []],
    ['as few as the count allows', ['a', 'b', 'c', 'd', 'e'], [['a', 'b', 'c', 'd'], ['e']]],
    ['as few as the bytes allow', ['12345', '12345', '1'], [['12345', '12345'], ['1']]],
    ['counted in bytes, not characters', ['ééé', 'éé', 'é'], [['ééé', 'éé'], ['é']]],
    ['of one body where that is too large', ['1', '12345678901', '2'], [['1'], ['12345678901'], ['2']]],
  ])('are %s', (_, bodies, expected) => {
    expect(messageBatches(bodies, LIMITS)).toEqual(expected);
  });
});
