import { describe, expect, it } from 'vitest';
import { proposedZone } from '../../../shared/adapters/texture/zone-proposal.ts';
import { parseTimeZone } from '../../../shared/domain/time/time-zone.ts';

const place = (country: string | null, state: string | null = null, longitude: number | null = null) => ({
  country,
  state,
  longitude,
});

describe('proposedZone', () => {
  it.each([
    [place('USA', 'IL'), 'America/Chicago'],
    [place('United States', 'ca'), 'America/Los_Angeles'],
    [place(null, 'AZ'), 'America/Phoenix'],
    [place('US', null, -89.65), 'America/Chicago'],
    [place('US', 'Illinois', -74), 'America/New_York'],
    [place('Canada', 'BC'), 'America/Vancouver'],
    [place('AUS', 'QLD'), 'Australia/Brisbane'],
    [place('Germany', 'BW'), 'Europe/Berlin'],
    [place('GBR'), 'Europe/London'],
  ])('takes %j for a place in %s', (where, zone) => {
    expect(proposedZone(where)).toBe(zone);
    expect(parseTimeZone(zone)).toBe(zone);
  });

  it.each([
    place(null),
    place('US', null, 20),
    place('CA'),
    place('AU', null, 151),
    place('Atlantis', 'IL'),
    place('BR'),
  ])('does not guess where %j is', (where) => {
    expect(proposedZone(where)).toBeUndefined();
  });
});
