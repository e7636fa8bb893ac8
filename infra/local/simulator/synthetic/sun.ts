const RADIANS = Math.PI / 180;

/** Where the sun stands, both in radians; azimuth from north over east. */
export type SunPosition = { readonly elevation: number; readonly azimuth: number };

/** The sun seen from a place, by the usual low-precision formulas (declination and equation of time): good to about a degree. */
export function sunPosition(epochSeconds: number, latitude: number, longitude: number): SunPosition {
  const daysSince2000 = epochSeconds / 86_400 - 10_957.5;
  const anomaly = RADIANS * (357.529 + 0.985_600_28 * daysSince2000);
  const meanLongitude = 280.459 + 0.985_647_36 * daysSince2000;
  const ecliptic = RADIANS * (meanLongitude + 1.915 * Math.sin(anomaly) + 0.02 * Math.sin(2 * anomaly));
  const obliquity = RADIANS * 23.439;
  const declination = Math.asin(Math.sin(obliquity) * Math.sin(ecliptic));
  const ascension = Math.atan2(Math.cos(obliquity) * Math.sin(ecliptic), Math.cos(ecliptic));
  const siderealAngle = RADIANS * (280.461 + 360.985_647_37 * daysSince2000 + longitude);
  const hourAngle = siderealAngle - ascension;

  const phi = RADIANS * latitude;
  const elevation = Math.asin(
    Math.sin(phi) * Math.sin(declination) + Math.cos(phi) * Math.cos(declination) * Math.cos(hourAngle),
  );
  const azimuth = Math.atan2(
    -Math.sin(hourAngle),
    Math.tan(declination) * Math.cos(phi) - Math.sin(phi) * Math.cos(hourAngle),
  );
  return { elevation, azimuth };
}

/** A field of solar modules; azimuth in degrees from north over east. */
export type SolarField = { readonly peakW: number; readonly tiltDegrees: number; readonly azimuthDegrees: number };

const SYSTEM_EFFICIENCY = 0.84;

/** Alternating-current output in W, 0 at night; `clearness` runs from 0 (thick cloud) to 1 (no cloud). */
export function solarOutputW(field: SolarField, sun: SunPosition, clearness: number): number {
  const height = Math.sin(sun.elevation);
  if (height <= 0) return 0;
  const tilt = RADIANS * field.tiltDegrees;
  const facing =
    height * Math.cos(tilt) +
    Math.cos(sun.elevation) * Math.sin(tilt) * Math.cos(sun.azimuth - RADIANS * field.azimuthDegrees);
  const airMass = 1 / (height + 0.50572 * (sun.elevation / RADIANS + 6.07995) ** -1.6364);
  const beam = 1.1 * 0.7 ** (airMass ** 0.678) * clearness ** 1.5;
  const diffuse = 0.12 * height * (0.6 + 1.4 * clearness * (1 - clearness) * 2);
  return field.peakW * SYSTEM_EFFICIENCY * Math.max(0, beam * Math.max(0, facing) + diffuse);
}
