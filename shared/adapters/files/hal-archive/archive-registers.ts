import type { RegisterRole } from '../../../domain/energy/register.ts';
import type { LocationFile } from '../location-file.ts';
import type { SiteRegister } from '../site.ts';
import { registerOf, siteRegister } from '../site-registers.ts';
import type { WireProfile } from './wire.ts';

/**
 * A profile's registers, by its groups: grid measures the mains, solar production, everything else a circuit. What
 * `location.json` says of one of them counts instead. The archive does not tell on which side of the mains production is
 * tied in.
 */
export function archiveRegisters(profile: WireProfile, description: LocationFile): SiteRegister[] {
  const { grid, solar } = profile.register_groups;
  const [mains, sources] = [grid, solar].map((group) => new Set(group.map(({ id }) => id)));
  const roleOf = (id: string): RegisterRole =>
    mains?.has(id) === true ? 'main' : sources?.has(id) === true ? 'production' : 'circuit';
  const described = description.registers ?? [];
  const own = new Set(described.map(({ id }) => id));
  const fromProfile = profile._embedded.registers.registers.filter(({ id }) => !own.has(id));
  return [
    ...fromProfile.map(({ id, label }) => {
      const role = roleOf(id);
      const side = role === 'production' ? description.productionSide : undefined;
      return siteRegister({ id, label: label ?? id, role, side });
    }),
    ...described.map(registerOf),
  ];
}
