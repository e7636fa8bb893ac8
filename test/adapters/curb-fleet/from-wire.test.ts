import { describe, expect, it } from 'vitest';
import { toListedLocation, toLocation, toRegister } from '../../../shared/adapters/curb-fleet/from-wire.ts';
import { wireLocation, wireRegister } from '../../../shared/adapters/curb-fleet/wire.ts';

const REF = { source: 'curb', fleet: 'f', id: 'h' };

describe('toLocation', () => {
  it('keeps what a report shows', () => {
    const wire = wireLocation.parse({
      id: 'h',
      label: ' Home ',
      city: 'Austin',
      state: 'TX',
      country: 'USA',
      timezone: 'America/Chicago',
    });
    expect(toLocation(REF, wire)).toEqual({
      ...REF,
      label: ' Home ',
      timeZone: 'America/Chicago',
      city: 'Austin',
      state: 'TX',
      country: 'USA',
    });
  });

  it.each([null, undefined, '', '  ', 5, {}])('calls a location by its id where its label is %j', (label) => {
    expect(toLocation(REF, wireLocation.parse({ id: 'h', label, timezone: 'UTC' })).label).toBe('h');
  });

  it('keeps five thousand characters of a label, and no half ones', () => {
    const long = wireLocation.parse({ id: 'h', label: 'x'.repeat(4_999) + '🏠'.repeat(1_000), timezone: 'UTC' });
    expect(toLocation(REF, long).label).toBe(`${'x'.repeat(4_999)}\u{fffd}`);
    const kept = '=1+1<b>\r\n\u{202e}'.padEnd(5_000, '.');
    expect(toLocation(REF, wireLocation.parse({ id: 'h', label: kept, timezone: 'UTC' })).label).toBe(kept);
  });
});

describe('toListedLocation', () => {
  it('offers the text fields to rules, and nothing else', () => {
    const wire = wireLocation.parse({
      id: 'h',
      label: 'Home',
      city: 'Austin',
      state: null,
      postcode: 78704,
      organization: 'curb',
      timezone: 'America/Chicago',
      geocode: '30,-97',
      constructor: 'x',
    });
    expect(toListedLocation('curb', 'f', wire).fields).toEqual({
      id: 'h',
      label: 'Home',
      city: 'Austin',
      organization: 'curb',
      timezone: 'America/Chicago',
    });
  });

  it.each([null, undefined, '', 'Mars/Olympus', '+05:30', 'EST5EDT,M3.2.0', 5, { toString: 'x' }])(
    'lists a location whose zone is %j with its problem',
    (timezone) => {
      const listed = toListedLocation('curb', 'f', wireLocation.parse({ id: 'h', timezone }));
      expect(listed.ref).toEqual(REF);
      expect(listed.location).toEqual({ problem: expect.stringContaining('America/Chicago') });
    },
  );

  it.each(['..', '.', 'a/b'])('lists a location whose id is %j with its problem', (id) => {
    const listed = toListedLocation('curb', 'f', wireLocation.parse({ id, timezone: 'UTC' }));
    expect(listed.location).toEqual({ problem: expect.stringContaining('id') });
  });
});

describe('toRegister', () => {
  it('keeps what figures need, and applies neither multiplier nor inversion', () => {
    const wire = wireRegister.parse({
      id: 'r',
      label: 'Solar',
      circuit_type: 'line_side_production',
      multiplier: 2,
      inverted: true,
      installation: 'hub1',
      dt_created: '2018-02-06T22:29:05.301097Z',
    });
    expect(toRegister(wire)).toEqual({
      id: 'r',
      label: 'Solar',
      role: 'production',
      measuresGrid: true,
      hubId: 'hub1',
      createdAt: '2018-02-06T22:29:05.301097Z',
    });
  });

  it.each([null, undefined, 'yesterday', '2018', 5, '2018-99-99T00:00:00Z'])(
    'knows no beginning of a register created %j',
    (dt_created) => {
      const wire = wireRegister.parse({ id: 'r', label: null, installation: null, circuit_type: 'main', dt_created });
      expect(toRegister(wire)).toMatchObject({ label: 'r', hubId: null, createdAt: null });
    },
  );
});
