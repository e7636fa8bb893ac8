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

/** The same in groups of those whose clocks agree in January and in July of a year. */
export function zonesByOffset(januaryMs: number): string[][] {
  const shown = (zone: string, atMs: number) =>
    new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' }).format(atMs);
  const julyMs = januaryMs + 182 * 86_400_000;
  return [...Map.groupBy(allZones(), (zone) => `${shown(zone, januaryMs)} ${shown(zone, julyMs)}`).values()];
}
