import { type Profile, SLOT_SECONDS } from '../profile.ts';
import { driftAt, noiseAt } from '../steady-noise.ts';

/** A load that never rests, like a router or a standby. */
export function standby(powerW: number): Profile {
  return ({ epochSeconds }, seed) => powerW * (0.94 + 0.12 * driftAt(seed, epochSeconds / 1800));
}

/** A thermostat's load: on for a share of each turn, like a refrigerator. */
export function cycling(options: { onW: number; idleW: number; periodMinutes: number; duty: number }): Profile {
  return ({ epochSeconds, outdoorC }, seed) => {
    const duty = options.duty * (1 + Math.max(-0.15, Math.min(0.3, (outdoorC - 20) * 0.012)));
    const share = onShare(epochSeconds, options.periodMinutes * 60, duty, seed);
    return options.idleW + (options.onW - options.idleW) * share;
  };
}

/** Share of a slot's minutes in which a load is on that is on for `duty` of each period; the turns are not in step with the slots. */
export function onShare(epochSeconds: number, periodSeconds: number, duty: number, seed: number): number {
  let minutesOn = 0;
  for (let second = 30; second < SLOT_SECONDS; second += 60) {
    const turn = (epochSeconds + second) / (periodSeconds * (0.93 + 0.14 * noiseAt(seed, 0))) + noiseAt(seed, 1);
    if (turn - Math.floor(turn) < duty) minutesOn += 1;
  }
  return minutesOn / (SLOT_SECONDS / 60);
}
