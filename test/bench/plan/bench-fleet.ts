import type { ListedLocation } from '../../../shared/application/ports.ts';
import { parseTimeZone } from '../../../shared/domain/time/time-zone.ts';

/** A quarter of the fleet lives here; the others are spread evenly over all zones that there are. */
const BIGGEST_ZONE = parseTimeZone('America/New_York');

const ZONES = Intl.supportedValuesOf('timeZone').map((zone) => parseTimeZone(zone));

const zoneOf = (index: number) =>
  index % 4 === 0 ? BIGGEST_ZONE : (ZONES[(index >> 2) % ZONES.length] ?? BIGGEST_ZONE);

/** Written like the ids of a fleet: the same for the same number, and as hard to compress. */
function idOf(index: number): string {
  let state = index + 1;
  const word = () => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9;
    state = Math.imul(state ^ (state >>> 13), 0x297a2d39);
    return (state >>> 0).toString(16).padStart(8, '0');
  };
  const hex = word() + word() + word() + index.toString(16).padStart(8, '0');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** No list of a source is longer. */
const LARGEST_FLEET = 50_000;

export const fleetNames = (locations: number): readonly string[] =>
  Array.from({ length: Math.ceil(locations / LARGEST_FLEET) }, (_, index) => `bench-${index + 1}`);

/** One fleet of so many locations in all. */
export function listFleet(name: string, locations: number): readonly ListedLocation[] {
  const first = (Number(name.slice('bench-'.length)) - 1) * LARGEST_FLEET;
  const count = Math.min(LARGEST_FLEET, locations - first);
  return Array.from({ length: count }, (_, index) => locationAt(name, first + index));
}

function locationAt(fleet: string, index: number): ListedLocation {
  const ref = { source: 'curb', fleet, id: idOf(index) };
  const fields = { label: `Home ${index}`, city: 'Springfield', country: 'US' };
  return {
    ref,
    fields,
    location: { ...ref, label: fields.label, timeZone: zoneOf(index), city: fields.city, state: null, country: 'US' },
  };
}
