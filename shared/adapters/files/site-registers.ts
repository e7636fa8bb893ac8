import type { RegisterRole } from '../../domain/energy/register.ts';
import type { RegisterInFile } from './location-file.ts';
import type { SiteRegister } from './site.ts';

export interface RegisterDescription {
  readonly id: string;
  readonly label: string;
  readonly role: RegisterRole;
  readonly side: 'breaker' | 'line' | undefined;
  readonly channel?: string;
  readonly factor?: number;
}

/** A source or store of which nothing else is said is taken to sit behind the mains. */
export function siteRegister(description: RegisterDescription): SiteRegister {
  const { id, label, role, side, channel = id, factor = 1 } = description;
  const isSource = role === 'production' || role === 'battery';
  return {
    register: {
      id,
      label,
      role,
      measuresGrid: role === 'main' || side === 'line',
      hubId: null,
      createdAt: null,
    },
    channel,
    factor,
    sideAssumed: isSource && side === undefined,
  };
}

/** A register as `location.json` describes it. */
export function registerOf(inFile: RegisterInFile): SiteRegister {
  const { id, label = id, role, side, multiplier, flip } = inFile;
  return siteRegister({ id, label, role, side, factor: flip ? -multiplier : multiplier });
}
