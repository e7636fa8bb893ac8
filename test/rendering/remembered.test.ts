import { describe, expect, it } from 'vitest';
import { remembered } from '../../shared/rendering/remembered.ts';

describe('a function that remembers', () => {
  it('is asked once for each key, and again after it held as many as it may', () => {
    const asked: string[] = [];
    const shout = remembered(2, (word: string) => {
      asked.push(word);
      return word.toUpperCase();
    });

    expect(['a', 'b', 'a', 'b', 'c', 'c', 'a'].map(shout)).toEqual(['A', 'B', 'A', 'B', 'C', 'C', 'A']);
    expect(asked).toEqual(['a', 'b', 'c', 'a']);
  });
});
