import { describe, expect, it } from 'vitest';
import { findOther } from '../../../shared/adapters/curb-fleet/other-register.ts';
import { wireRegister } from '../../../shared/adapters/curb-fleet/wire.ts';

const register = (id: string, label: string, other?: boolean) => wireRegister.parse({ id, label, other });
const find = (...registers: ReturnType<typeof register>[]) => findOther(registers, (id) => id.startsWith('listed'))?.id;

describe('findOther', () => {
  it.each([
    ['a mark', [register('listed-1', 'Oven'), register('x', 'Rest', true)], 'x'],
    ['its id', [register('listed-1', 'Oven'), register('__OTHER__', 'Rest')], '__OTHER__'],
    ['its label with an unknown id', [register('listed-1', 'Oven'), register('x', 'Other')], 'x'],
    ['a mark rather than a label', [register('x', 'Other'), register('__OTHER__', 'Other', true)], '__OTHER__'],
  ])('knows it by %s', (_, registers, id) => {
    expect(find(...registers)).toBe(id);
  });

  it.each([
    ['a circuit that is called Other', [register('listed-1', 'Other')]],
    ['an unknown register of another name', [register('x', 'Garage')]],
    ['two that could be it', [register('x', 'Other'), register('y', 'Other')]],
    ['a mark that says no', [register('x', 'Garage', false)]],
    ['nothing', []],
  ])('does not take %s for it', (_, registers) => {
    expect(find(...registers)).toBeUndefined();
  });
});
