import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashOf, locationId, recipientHash, reportId } from '../../shared/application/keys.ts';
import { parsePeriod } from '../../shared/domain/time/period.ts';

const REF = { source: 'curb', fleet: 'curb', id: '4d68e1c6' };

describe('ids', () => {
  it.each([
    ['2026-11-19', 'oakcyfsl2mblxgvnefrf7jcsmj'],
    ['2026-W47', 'ryecxcxrcv5r255kevfqqjdyic'],
    ['2026-11', 'r7yratekt2gsoysrwxkss5eotl'],
    ['2026-10-15/2026-11-14', 'ifbpqp7mkgl75d6cuaqir4u7mt'],
  ])('of the report on %s never change: every mail of the past would be sent again', (period, id) => {
    expect(reportId(REF, parsePeriod(period))).toBe(id);
  });

  it('of locations and recipients never change', () => {
    expect(locationId(REF)).toBe('wi626hhkb3vywhai2e66l7la6e');
    expect(recipientHash('owner@EXAMPLE.com')).toBe('yeajxmtfc73c263ow5vbtx5xsq');
  });

  it('of other fields are others, wherever the fields are cut', () => {
    const fields = fc.array(fc.string({ unit: 'binary', maxLength: 6 }), { maxLength: 4 });
    fc.assert(
      fc.property(fields, fields, (a, b) => {
        expect(hashOf(a)).toMatch(/^[a-z2-7]{26}$/);
        expect(hashOf(a) === hashOf(b)).toBe(JSON.stringify(a) === JSON.stringify(b));
      }),
    );
  });
});
