import { createHash } from 'node:crypto';

/** A whole number from 0 to 2³² − 1 that stands for a text, the same in every process. */
export function seedOf(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32LE(0);
}

/** A UUID that stands for a text, the same in every process. */
export function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `5${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}

/** Chance without chance: a number from 0 up to 1 that depends on its seed and step alone. */
export function noiseAt(seed: number, step: number): number {
  let mixed =
    Math.imul(seed ^ Math.trunc(step), 0x9e3779b1) ^ Math.imul(Math.trunc(step / 4_294_967_296) + 1, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 4_294_967_296;
}

/** Noise from 0 to 1 that glides from step to step. */
export function driftAt(seed: number, position: number): number {
  const step = Math.floor(position);
  const share = position - step;
  const eased = share * share * (3 - 2 * share);
  return noiseAt(seed, step) * (1 - eased) + noiseAt(seed, step + 1) * eased;
}
