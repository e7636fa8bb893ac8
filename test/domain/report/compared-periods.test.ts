import { describe, expect, it } from 'vitest';
import { periodsToCompare } from '../../../shared/domain/report/compared-periods.ts';
import { parsePeriod } from '../../../shared/domain/time/period.ts';

describe('the periods that a period is set beside', () => {
  it.each<[string, Record<string, string>]>([
    ['2026-11-19', { week_before: '2026-11-12' }],
    ['2026-01-03', { week_before: '2025-12-27' }],
    ['2026-W47', { previous: '2026-W46', last_year: '2025-W47' }],
    ['2026-W01', { previous: '2025-W52', last_year: '2025-W01' }],
    ['2026-W53', { previous: '2026-W52' }],
    ['2027-W01', { previous: '2026-W53', last_year: '2026-W01' }],
    ['2026-10', { previous: '2026-09', last_year: '2025-10' }],
    ['2026-01', { previous: '2025-12', last_year: '2025-01' }],
    ['2024-02', { previous: '2024-01', last_year: '2023-02' }],
    ['2026-10-15/2026-11-14', { previous: '2026-09-15/2026-10-14', last_year: '2025-10-15/2025-11-14' }],
    ['2026-02-28/2026-03-28', { previous: '2026-01-29/2026-02-27', last_year: '2025-02-28/2025-03-28' }],
    ['2025-02-28/2025-03-28', { previous: '2025-01-29/2025-02-27', last_year: '2024-02-29/2024-03-28' }],
    ['2024-02-29/2024-03-29', { previous: '2024-01-30/2024-02-28', last_year: '2023-02-28/2023-03-29' }],
    ['2026-03-30/2026-04-29', { previous: '2026-02-28/2026-03-29', last_year: '2025-03-30/2025-04-29' }],
    ['2026-02-28/2026-03-30', { previous: '2026-01-31/2026-02-27', last_year: '2025-02-28/2025-03-30' }],
    ['2025-02-28/2025-03-30', { previous: '2025-01-31/2025-02-27', last_year: '2024-02-29/2024-03-30' }],
    ['2026-04-30/2026-05-30', { previous: '2026-03-31/2026-04-29', last_year: '2025-04-30/2025-05-30' }],
    ['2026-10-29/2026-11-03', { previous: '2026-10-23/2026-10-28', last_year: '2025-10-29/2025-11-03' }],
    ['2024-02-29/2024-03-04', { previous: '2024-02-24/2024-02-28', last_year: '2023-02-28/2023-03-04' }],
  ])('for %s are %j', (key, expected) => {
    const compared = periodsToCompare(parsePeriod(key));

    expect(Object.fromEntries(compared.map(({ comparedWith, period }) => [comparedWith, period.key]))).toEqual(
      expected,
    );
  });
});
