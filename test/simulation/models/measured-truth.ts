/** What happens to a day's data after the day: most is there at once, some comes late or never, some is corrected. */
export type DayFate = 'plain' | 'late' | 'never' | 'corrected' | 'wobbles';

export interface FateShares {
  readonly late: number;
  readonly never: number;
  readonly corrected: number;
  readonly wobbles: number;
}

export const NOTHING_SPECIAL: FateShares = { late: 0, never: 0, corrected: 0, wobbles: 0 };

export const SAMPLE_SECONDS = 3600;
const HOUR_MS = 3_600_000;
const CORRECTED_BY = 1.3;
const WOBBLES_BY = 1.0002;
const CIRCUIT_SHARE = 0.4;

/** Power of a place's main in the sample that begins at a second, before any correction. */
export function plainPowerW(place: number, epochSeconds: number): number {
  return 400 + 25 * ((epochSeconds / SAMPLE_SECONDS + place) % 24);
}

export const circuitPowerW = (mainPowerW: number) => CIRCUIT_SHARE * mainPowerW;

/** What the fleet measured, and what it tells of it at which time; the same for the same seed. */
export interface MeasuredTruth {
  /** By how much the day's figures are multiplied, as told at an instant. */
  factorAt(place: number, dayEndMs: number, nowMs: number): number;
  /** How many of the day's last samples are not told at an instant. */
  missingAt(place: number, dayEndMs: number, nowMs: number): number;
}

export interface TruthSettings {
  readonly seed: number;
  readonly shares: FateShares;
  /** Days that end later have nothing special about them. */
  readonly untilMs: number;
}

export function createMeasuredTruth({ seed, shares, untilMs }: TruthSettings): MeasuredTruth {
  const fateOf = (place: number, dayEndMs: number): { fate: DayFate; chance: number } => {
    if (dayEndMs > untilMs) return { fate: 'plain', chance: 0 };
    let left = chanceOf(seed, place, dayEndMs);
    for (const fate of ['late', 'never', 'corrected', 'wobbles'] as const) {
      if (left < shares[fate]) return { fate, chance: left / shares[fate] };
      left -= shares[fate];
    }
    return { fate: 'plain', chance: 0 };
  };
  return {
    factorAt(place, dayEndMs, nowMs) {
      const { fate, chance } = fateOf(place, dayEndMs);
      const correctedAtMs = dayEndMs + HOUR_MS * (8 + 140 * chance);
      if (fate === 'corrected' && nowMs >= correctedAtMs) return CORRECTED_BY;
      return fate === 'wobbles' && nowMs >= correctedAtMs ? WOBBLES_BY : 1;
    },
    missingAt(place, dayEndMs, nowMs) {
      const { fate, chance } = fateOf(place, dayEndMs);
      const hereAtMs = dayEndMs + HOUR_MS * (1 + 50 * chance);
      const isMissing = fate === 'never' || (fate === 'late' && nowMs < hereAtMs);
      return isMissing ? 1 + Math.floor(6 * chance) : 0;
    },
  };
}

/** The factors that a day's figures may rightly have. */
export const POSSIBLE_FACTORS: readonly number[] = [1, CORRECTED_BY, WOBBLES_BY];

function chanceOf(seed: number, place: number, dayEndMs: number): number {
  let mixed = Math.imul(seed ^ Math.imul(place + 1, 0x9e3779b1), 0x85ebca6b) ^ Math.imul(dayEndMs / 60_000, 0xc2b2ae35);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0x297a2d39);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
}
