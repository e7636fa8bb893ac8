import type { WallTime } from './wall-clock.ts';

/** Length of every synthetic sample. */
export const SLOT_SECONDS = 300;

/** All that a load may depend on in one five-minute slot. */
export type Moment = WallTime & {
  readonly epochSeconds: number;
  readonly outdoorC: number;
  /** 0 at full daylight, 1 when it is dark. */
  readonly darkness: number;
};

/** Average power of a load over the slot, in W; the seed makes two loads of a kind differ. */
export type Profile = (moment: Moment, seed: number) => number;

/** Several loads on one circuit. */
export function together(...profiles: readonly Profile[]): Profile {
  return (moment, seed) => profiles.reduce((sum, profile, index) => sum + profile(moment, seed + index * 7919), 0);
}
