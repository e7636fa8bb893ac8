/** A message that would wait for longer than that is left to the next tick, which asks for the report again. */
const TICK_DISTANCE_SECONDS = 900;
const FIRST_WAIT_SECONDS = 60;

export interface Failure {
  /** How often the message was received, this time included. */
  readonly receives: number;
  /** What the source asked for, in milliseconds. */
  readonly retryAfterMs: number | undefined;
}

/**
 * How long a message stays out of sight after a passing failure: a minute, two, four …, the latter half of it by chance so
 * that many messages spread out, and never less than the source asked for. Undefined when the next tick comes sooner.
 */
export function postponementSeconds({ receives, retryAfterMs = 0 }: Failure, random: () => number): number | undefined {
  const most = FIRST_WAIT_SECONDS * 2 ** (Math.max(1, receives) - 1);
  if (most >= TICK_DISTANCE_SECONDS) return undefined;
  const seconds = Math.ceil(Math.max(most * (0.5 + 0.5 * random()), retryAfterMs / 1000));
  return seconds < TICK_DISTANCE_SECONDS ? seconds : undefined;
}
