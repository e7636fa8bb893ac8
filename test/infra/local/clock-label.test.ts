import { expect, it } from 'vitest';
import { clockLabel } from '../../../infra/local/clock-label.ts';
import { parseInstant } from '../../../shared/domain/time/instant.ts';
import { parseTimeZone } from '../../../shared/domain/time/time-zone.ts';

it.each([
  ['2026-11-01T12:00:00Z', 'America/Chicago', 'Sun 1 Nov 2026, 06:00 CST'],
  ['2026-11-01T06:30:00Z', 'America/Chicago', 'Sun 1 Nov 2026, 01:30 CDT'],
  ['2026-11-01T07:30:00Z', 'America/Chicago', 'Sun 1 Nov 2026, 01:30 CST'],
  ['2026-11-20T00:15:00Z', 'Asia/Kathmandu', 'Fri 20 Nov 2026, 06:00 GMT+5:45'],
  ['2026-03-29T01:00:00Z', 'Europe/Berlin', 'Sun 29 Mar 2026, 03:00 GMT+2'],
])('%s in %s: %s', (instant, zone, label) => {
  expect(clockLabel(parseInstant(instant), parseTimeZone(zone))).toBe(label);
});
