import { describe, expect, it } from 'vitest';
import { solarOutputW, sunPosition } from '../../../../../infra/local/simulator/synthetic/sun.ts';
import { createWallClock } from '../../../../../infra/local/simulator/synthetic/wall-clock.ts';

const DEGREES = 180 / Math.PI;

describe('the sun', () => {
  it.each([
    // Noon at an equinox stands at 90° − latitude; at a solstice, 23.44° more or less. Solar noon is 12:00 UTC − longitude / 15 − equation of time.
    ['Greenwich at the March equinox', '2026-03-20T12:07:30Z', 51.48, 0, 38.5, 180],
    ['Greenwich at the June solstice', '2026-06-21T12:02:00Z', 51.48, 0, 62, 180],
    ['Greenwich at the December solstice', '2026-12-21T11:58:00Z', 51.48, 0, 15.1, 180],
    ['Sydney at the December solstice', '2026-12-22T01:53:30Z', -33.87, 151.2, 79.6, 0],
    ['the north pole at the June solstice', '2026-06-21T05:00:00Z', 90, 0, 23.4, undefined],
    ['the equator on an equinox evening', '2026-09-23T17:52:00Z', 0, 0, 0, 270],
  ])('over %s', (_, instant, latitude, longitude, elevation, azimuth) => {
    const sun = sunPosition(Date.parse(instant) / 1000, latitude, longitude);
    expect(Math.abs(sun.elevation * DEGREES - elevation)).toBeLessThan(0.7);
    if (azimuth === undefined) return;
    const turned = ((sun.azimuth * DEGREES - azimuth + 540) % 360) - 180;
    expect(Math.abs(turned)).toBeLessThan(2);
  });

  it('gives no more than the modules can, less through cloud, and nothing from below the horizon', () => {
    const field = { peakW: 5000, tiltDegrees: 30, azimuthDegrees: 180 };
    const noon = sunPosition(Date.parse('2026-06-21T12:00:00Z') / 1000, 45, 0);
    const clear = solarOutputW(field, noon, 1);
    expect(clear).toBeGreaterThan(3000);
    expect(clear).toBeLessThan(5000);
    expect(solarOutputW(field, noon, 0.3)).toBeLessThan(clear / 2);
    expect(solarOutputW(field, sunPosition(Date.parse('2026-06-21T00:00:00Z') / 1000, 45, 0), 1)).toBe(0);
  });
});

describe('the clock on the wall', () => {
  it.each([
    ['Asia/Kathmandu', '2026-11-01T18:15:00Z', '2026-11-02', 0],
    ['America/Chicago', '2026-03-08T07:59:00Z', '2026-03-08', 1 + 59 / 60],
    ['America/Chicago', '2026-03-08T08:00:00Z', '2026-03-08', 3],
    ['Australia/Lord_Howe', '2026-10-03T15:29:00Z', '2026-10-04', 1 + 59 / 60],
    ['Australia/Lord_Howe', '2026-10-03T15:30:00Z', '2026-10-04', 2.5],
    ['Europe/Paris', '1969-12-31T23:30:00Z', '1970-01-01', 0.5],
  ])('%s at %s shows %s, hour %f', (timeZone, instant, date, hour) => {
    const shown = createWallClock(timeZone).at(Date.parse(instant) / 1000);
    expect(shown.dayNumber).toBe(Date.parse(date) / 86_400_000);
    expect(shown.hour).toBeCloseTo(hour, 9);
    expect(shown.weekday).toBe(new Date(date).getUTCDay());
  });

  it('finds the instant of a local hour', () => {
    const clock = createWallClock('Australia/Lord_Howe');
    for (const date of ['2026-04-04', '2026-04-05', '2026-10-03', '2026-10-04', '2026-12-24']) {
      const dayNumber = Date.parse(date) / 86_400_000;
      for (const hour of [0, 10, 23.5]) {
        expect(clock.at(clock.instantOf(dayNumber, hour))).toMatchObject({ dayNumber, hour });
      }
    }
  });
});
