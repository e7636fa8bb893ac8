import { builtOnce } from '../../application/built-once.ts';
import type { EnergySource } from '../../application/ports.ts';

/** A source whose adapter is loaded when it is first asked; what failed to load is loaded anew at the next call. */
export function createLateSource(load: () => Promise<EnergySource>): EnergySource {
  const source = builtOnce(load);
  return {
    listLocations: async (fleet) => (await source()).listLocations(fleet),
    openLocation: async (ref) => (await source()).openLocation(ref),
  };
}
