import type { Register } from '../../domain/energy/register.ts';
import type { WireRegister } from './wire.ts';

type Classification = Pick<Register, 'role' | 'measuresGrid'>;

const BY_CIRCUIT_TYPE: ReadonlyMap<string, Classification> = new Map([
  ['main', { role: 'main', measuresGrid: true }],
  ['consumption', { role: 'circuit', measuresGrid: false }],
  // In the register list this is an ordinary circuit; the virtual Other has a mark of its own.
  ['other', { role: 'circuit', measuresGrid: false }],
  ['breaker_side_production', { role: 'production', measuresGrid: false }],
  ['line_side_production', { role: 'production', measuresGrid: true }],
  ['breaker_side_battery', { role: 'battery', measuresGrid: false }],
  ['line_side_battery', { role: 'battery', measuresGrid: true }],
]);

/** What a register measures: by its circuit type, and where that is absent or unknown by its flags. */
export function classify(register: WireRegister): Classification {
  return BY_CIRCUIT_TYPE.get(register.circuit_type ?? '') ?? byFlags(register);
}

/** True when there is something to classify the register by. */
export function isClassifiable(register: WireRegister): boolean {
  if (BY_CIRCUIT_TYPE.has(register.circuit_type ?? '')) return true;
  return register.grid != null && register.production != null && register.battery != null;
}

function byFlags({ grid, production, battery }: WireRegister): Classification {
  const measuresGrid = grid === true;
  if (production === true) return { role: 'production', measuresGrid };
  if (battery === true) return { role: 'battery', measuresGrid };
  return { role: measuresGrid ? 'main' : 'circuit', measuresGrid };
}
