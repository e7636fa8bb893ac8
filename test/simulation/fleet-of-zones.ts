import type { ListedLocation } from '../../shared/application/ports.ts';
import { parseTimeZone } from '../../shared/domain/time/time-zone.ts';

/** A location of the simulated fleet; `group` is what rules choose by. */
export function simulatedLocation(id: string, zone: string, group = 'plain'): ListedLocation {
  const ref = { source: 'fleet', fleet: 'demo', id };
  const place = { label: `Home ${id}`, city: null, state: null, country: null };
  return { ref, fields: { group }, location: { ...ref, ...place, timeZone: parseTimeZone(zone) } };
}

/** Every zone that the runtime lists. */
export function allZones(): string[] {
  return Intl.supportedValuesOf('timeZone');
}
