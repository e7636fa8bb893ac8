import { describe, expect, it } from 'vitest';
import { classify, isClassifiable } from '../../../shared/adapters/curb-fleet/register-role.ts';
import { wireRegister } from '../../../shared/adapters/curb-fleet/wire.ts';

const NONE = { grid: false, production: false, battery: false };
const register = (fields: object) => wireRegister.parse({ id: 'r', ...fields });

describe('classify', () => {
  it.each([
    ['main', 'main', true],
    ['consumption', 'circuit', false],
    ['other', 'circuit', false],
    ['breaker_side_production', 'production', false],
    ['line_side_production', 'production', true],
    ['breaker_side_battery', 'battery', false],
    ['line_side_battery', 'battery', true],
  ])('goes by the circuit type %s, whatever the flags say', (circuit_type, role, measuresGrid) => {
    for (const flags of [NONE, { grid: true, production: true, battery: true }, {}]) {
      expect(classify(register({ circuit_type, ...flags }))).toEqual({ role, measuresGrid });
    }
  });

  it.each([
    [NONE, 'circuit', false],
    [{ ...NONE, grid: true }, 'main', true],
    [{ ...NONE, grid: true, production: true }, 'production', true],
    [{ ...NONE, production: true }, 'production', false],
    [{ ...NONE, battery: true }, 'battery', false],
    [{ ...NONE, grid: true, battery: true }, 'battery', true],
    [{ grid: true, production: true, battery: true }, 'production', true],
  ])('goes by the flags %j where the type is absent or unknown', (flags, role, measuresGrid) => {
    for (const circuit_type of [undefined, null, '', 'production', 'load_side_production', 'MAIN', 7]) {
      const fields = register({ circuit_type, ...flags });
      expect(classify(fields)).toEqual({ role, measuresGrid });
      expect(isClassifiable(fields)).toBe(true);
    }
  });

  it('has nothing to go by without type and flags', () => {
    expect(isClassifiable(register({}))).toBe(false);
    expect(isClassifiable(register({ circuit_type: 'solar', grid: true }))).toBe(false);
    expect(isClassifiable(register({ circuit_type: 'main' }))).toBe(true);
  });
});
