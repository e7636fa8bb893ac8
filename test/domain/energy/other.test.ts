import { describe, expect, it } from 'vitest';
import { summariseDay } from '../../../shared/domain/energy/summarise-day.ts';
import { instantFromMs } from '../../../shared/domain/time/instant.ts';
import { aDay, aRegister, type MeteredRegister, readingsOf } from '../../support/readings-builder.ts';

// 48 kWh through the mains, 36 kWh in circuits: Other is 12 kWh.
const house: MeteredRegister[] = [
  { register: aRegister('m', 'main'), powerW: 2000 },
  { register: aRegister('c', 'circuit'), powerW: 1500 },
];
const lineSide: MeteredRegister = { register: aRegister('s', 'production', { measuresGrid: true }), powerW: -1000 };

const decide = (metered: MeteredRegister[], sourceOtherKWh: number | null | undefined) =>
  summariseDay(readingsOf(aDay(), metered, { sourceOtherKWh }), instantFromMs(0));

describe("the source's own Other beside ours", () => {
  it.each([
    { title: 'the same: the source is quoted', metered: house, source: 12, basis: 'reported_by_source', otherKWh: 12 },
    {
      title: 'within 2 %: the source is quoted',
      metered: house,
      source: 12.9,
      basis: 'reported_by_source',
      otherKWh: 12.9,
    },
    {
      title: 'beyond 2 %: ours, so that the parts add up',
      metered: house,
      source: 13.1,
      basis: 'computed_source_differs',
      otherKWh: 12,
    },
    {
      title: 'within 2 % of what passed the mains both ways: the source is quoted',
      metered: [
        { register: aRegister('in', 'main'), powerW: 5000 },
        { register: aRegister('out', 'main'), powerW: -3000 },
        { register: aRegister('c', 'circuit'), powerW: 1500 },
      ],
      source: 15,
      basis: 'reported_by_source',
      otherKWh: 15,
    },
    {
      title: 'literal with line-side production: ours',
      metered: [...house, lineSide],
      source: -12,
      basis: 'computed_source_is_literal',
      otherKWh: 12,
    },
    {
      title: 'physical with line-side production: quoted',
      metered: [...house, lineSide],
      source: 12,
      basis: 'reported_by_source',
      otherKWh: 12,
    },
    {
      title: 'asked for and not given: ours',
      metered: house,
      source: undefined,
      basis: 'computed_source_silent',
      otherKWh: 12,
    },
    { title: 'unknown to the source: ours', metered: house, source: null, basis: 'computed', otherKWh: 12 },
  ])('$title', ({ metered, source, basis, otherKWh }) => {
    const facts = decide(metered, source);

    expect(facts.otherBasis).toBe(basis);
    expect(facts.totals.other.energyKWh).toBeCloseTo(otherKWh, 9);
    const circuitsKWh = facts.registers
      .filter(({ role }) => role === 'circuit')
      .reduce((sum, { energyKWh }) => sum + (energyKWh ?? 0), 0);
    expect(circuitsKWh + (facts.totals.other.energyKWh ?? 0)).toBeCloseTo(
      facts.totals.consumption.energyKWh ?? Number.NaN,
      9,
    );
  });

  it('shows a negative Other as it is', () => {
    const facts = decide(
      [
        { register: aRegister('m', 'main'), powerW: 1000 },
        { register: aRegister('c', 'circuit'), powerW: 1500 },
      ],
      undefined,
    );

    expect(facts.totals.other.energyKWh).toBeCloseTo(-12, 9);
  });

  it('ignores an Other at a place without mains', () => {
    const facts = decide([{ register: aRegister('c', 'circuit'), powerW: 1500 }], 7);

    expect(facts.otherBasis).toBe('not_applicable');
    expect(facts.totals.other).toMatchObject({ energyKWh: null, quality: 'not_applicable' });
  });
});
