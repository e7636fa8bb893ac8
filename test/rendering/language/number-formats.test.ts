import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languageFor } from '../../../shared/rendering/language/language.ts';
import { numberFormats } from '../../../shared/rendering/language/number-formats.ts';

const numbers = numberFormats('en-US');
const spaced = (text: string) => text.replaceAll('\u00A0', ' ');

describe('energies', () => {
  it.each([
    [812, 0, '812 kWh'],
    [1234.56, 1, '1,234.6 kWh'],
    [0, 1, '0 kWh'],
    [-0, 1, '0 kWh'],
    [0.04, 1, '<0.1 kWh'],
    [-0.04, 1, '>−0.1 kWh'],
    [-0.05, 1, '>−0.1 kWh'],
    [0.05, 1, '0.1 kWh'],
    [0.4, 0, '<1 kWh'],
    [-12.34, 1, '−12.3 kWh'],
    [null, 1, '–'],
  ])('%s at %s decimals reads "%s"', (energyKWh, decimals, text) => {
    expect(spaced(numbers.energy(energyKWh, decimals))).toBe(text);
  });

  it('keeps number and unit on one line', () => {
    expect(numbers.energy(5, 1)).toBe('5.0\u00A0kWh');
  });

  it('reads as the region writes it, in Latin digits', () => {
    expect(languageFor('de-DE').energy(1234.5)).toBe('1.234,5\u00A0kWh');
    expect(languageFor('ar-EG').energy(1234.5)).toMatch(/^[\d.,٬٫]+\u00A0kWh$/);
    expect(languageFor('ar-EG').amount(5, 0)).toBe('5');
  });

  it('never shows what is not zero as zero, nor a zero with a sign', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.integer({ min: 0, max: 3 }), (kWh, decimals) => {
        const text = numbers.amount(kWh, decimals);
        if (kWh === 0) expect(text).toBe('0');
        else expect(text).toMatch(/[1-9]/);
        expect(text).not.toMatch(/-|^−[0.]*$/);
      }),
    );
  });

  it('is within half a step of the amount', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.integer({ min: 0, max: 3 }), (kWh, decimals) => {
        const shown = Number(numbers.amount(kWh, decimals).replaceAll(',', '').replace('−', '-').replace(/^[<>]/, ''));
        expect(Math.abs(shown - kWh)).toBeLessThanOrEqual(
          0.5000001 * 10 ** -decimals + (Math.abs(kWh) < 10 ** -decimals ? 10 ** -decimals : 0),
        );
      }),
    );
  });

  it('shows a part that was rounded away as less than a step', () => {
    expect(numbers.printedAmount(0, 0.06, 1)).toBe('<0.1');
    expect(numbers.printedAmount(0.1, 0.04, 1)).toBe('0.1');
    expect(numbers.printedAmount(-0.1, -0.04, 1)).toBe('−0.1');
    expect(numbers.printedAmount(null, null, 1)).toBe('–');
  });
});

describe('powers and shares', () => {
  it.each([
    [240, '240 W'],
    [999.4, '999 W'],
    [999.6, '1.0 kW'],
    [3400, '3.4 kW'],
    [-1500, '−1.5 kW'],
    [0, '0 W'],
    [null, '–'],
  ])('%s W reads "%s"', (powerW, text) => {
    expect(spaced(numbers.power(powerW))).toBe(text);
  });

  it.each([
    [0, '0 %'],
    [0.001, '<1 %'],
    [0.25, '25 %'],
    [0.994, '99 %'],
    [0.996, '>99 %'],
    [1, '100 %'],
    [null, '–'],
  ])('a share of %s reads "%s"', (share, text) => {
    expect(spaced(numbers.percent(share))).toBe(text);
  });

  it.each([
    [1, '100 %'],
    [0.99999, '99.9 %'],
    [0.986, '98.6 %'],
    [0.9, '90.0 %'],
    [0.0001, '<0.1 %'],
    [0, '0 %'],
    [null, '–'],
  ])('a coverage of %s reads "%s"', (share, text) => {
    expect(spaced(numbers.coverage(share))).toBe(text);
  });

  it('is complete only when nothing is missing', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), (share) => {
        expect(numbers.coverage(share)).not.toMatch(/^100/);
        expect(numbers.percent(share)).not.toMatch(/^100/);
      }),
    );
  });
});
