import type { Profile } from '../profile.ts';
import { onShare } from './steady-loads.ts';

type Machine = {
  /** Outdoor temperature from which on it works. */
  readonly fromC: number;
  readonly wattsPerDegree: number;
  readonly maxW: number;
  readonly idleW: number;
};

const TURN_SECONDS = 1500;

/** Cools the more, the warmer it is outside. */
export function cooling(machine: Machine): Profile {
  return ({ epochSeconds, outdoorC }, seed) => drawn(machine, outdoorC - machine.fromC, epochSeconds, seed);
}

/** Heats the more, the colder it is outside; a little less at night. */
export function heating(machine: Machine): Profile {
  return ({ epochSeconds, outdoorC, hour }, seed) => {
    const setBackC = hour < 5.5 || hour >= 22.5 ? 3 : 0;
    return drawn(machine, machine.fromC - setBackC - outdoorC, epochSeconds, seed);
  };
}

function drawn(machine: Machine, degrees: number, epochSeconds: number, seed: number): number {
  const duty = Math.min(1, Math.max(0, (degrees * machine.wattsPerDegree) / machine.maxW));
  return machine.idleW + (machine.maxW - machine.idleW) * onShare(epochSeconds, TURN_SECONDS, duty, seed);
}
