import type { ListedLocation } from '../../application/ports.ts';
import type { Register } from '../../domain/energy/register.ts';
import type { Location, LocationRef } from '../../domain/location.ts';
import { InvalidTimeZoneError, parseTimeZone } from '../../domain/time/time-zone.ts';
import { isUsableId } from '../http/path-id.ts';
import { classify } from './register-role.ts';
import type { WireLocation, WireRegister } from './wire.ts';

/** @throws InvalidTimeZoneError */
export function toLocation(ref: LocationRef, wire: WireLocation): Location {
  return {
    source: ref.source,
    fleet: ref.fleet,
    id: ref.id,
    label: orId(wire.label, ref.id),
    timeZone: parseTimeZone(wire.timezone),
    city: wire.city,
    state: wire.state,
    country: wire.country,
  };
}

/** A list's entry; one that no report can be made about says why. */
export function toListedLocation(source: string, fleet: string, wire: WireLocation): ListedLocation {
  const ref = { source, fleet, id: wire.id };
  return { ref, fields: matchableFields(wire), location: locationOrProblem(ref, wire) };
}

function locationOrProblem(ref: LocationRef, wire: WireLocation): ListedLocation['location'] {
  if (!isUsableId(ref.id)) return { problem: 'Its id cannot be used in a path' };
  try {
    return toLocation(ref, wire);
  } catch (error) {
    if (error instanceof InvalidTimeZoneError) return { problem: error.message };
    throw error;
  }
}

/** What a rule of the configuration may match on. The names are ours: no key of an answer becomes one here. */
export function matchableFields(wire: WireLocation): Readonly<Record<string, string>> {
  const { id, label, organization, country, state, city, postcode, address, timezone } = wire;
  const fields = { id, label, organization, country, state, city, postcode, address, timezone };
  return Object.fromEntries(
    Object.entries(fields).filter((field): field is [string, string] => typeof field[1] === 'string'),
  );
}

/** A register as listed; `multiplier` and `inverted` are in its figures already. */
export function toRegister(wire: WireRegister): Register {
  return {
    id: wire.id,
    label: orId(wire.label, wire.id),
    ...classify(wire),
    hubId: wire.installation ?? null,
    createdAt: instantText(wire.dt_created),
  };
}

/** Something has to stand in a table where the source has no label. */
function orId(label: string | null, id: string): string {
  return label === null || label.trim() === '' ? id : label;
}

function instantText(text: string | null): string | null {
  return text !== null && /^\d{4}-\d{2}-\d{2}T/.test(text) && !Number.isNaN(Date.parse(text)) ? text : null;
}
