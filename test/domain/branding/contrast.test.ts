import { describe, expect, it } from 'vitest';
import { contrastOnWhite } from '../../../shared/domain/branding/contrast.ts';

describe('the contrast on white', () => {
  it.each([
    ['#000000', 21],
    ['#ffffff', 1],
    ['#767676', 4.54],
    ['#777777', 4.48],
    ['#ff0000', 4],
    ['#0000ff', 8.59],
  ])('of %s is %s', (colour, contrast) => {
    expect(contrastOnWhite(colour)).toBeCloseTo(contrast, 2);
  });
});
