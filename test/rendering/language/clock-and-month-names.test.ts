import { describe, expect, it } from 'vitest';
import { hourFormat, monthFormat } from '../../../shared/rendering/language/clock-and-month-names.ts';

describe('the hours of a clock', () => {
  it.each([
    ['en-US', ['12 AM', '9 AM', '3 PM']],
    ['en-GB', ['00', '09', '15']],
    ['de', ['0 Uhr', '9 Uhr', '15 Uhr']],
    ['fr', ['0 h', '9 h', '15 h']],
    ['es', ['0', '9', '15']],
    ['nb', ['00', '09', '15']],
  ])('are named as in %s', (locale, names) => {
    expect([0, 9, 15].map(hourFormat(locale)).map((name) => name.replaceAll('\u00A0', ' '))).toEqual(names);
  });
});

describe('the months', () => {
  it.each([
    ['en-GB', 'Mar'],
    ['de', 'Mär'],
    ['fr', 'mars'],
    ['es', 'mar'],
    ['nb', 'mar'],
  ])('are named in short as in %s', (locale, name) => {
    expect(monthFormat(locale)(3)).toMatch(new RegExp(`^${name}`));
  });
});
