/** A message that would wait for longer than that is left to the next tick, which asks for the report again. */
const TICK_DISTANCE_SECONDS = 900;
const FIRST_WAIT_SECONDS = 60;

export interface Failure {
  /** How often the message was received, this time included. */
  readonly receives: number;
  /** What the source asked for, in milliseconds. */
  readonly retryAfterMs: number | undefined;
  /** True for what a person asked for, so that no tick will. */
  readonly isAskedFor?: boolean;
}

/** What a queue can keep a message out of sight for. */
const LONGEST_WAIT_SECONDS = 43_200;

/**
 * How long a message stays out of sight after a passing failure: a minute, two, four …, the latter half of it by chance so
 * that many messages spread out, and never less than the source asked for. Undefined when a tick that asks again comes sooner.
 */
export function postponementSeconds(
  { receives, retryAfterMs = 0, isAskedFor = false }: Failure,
  random: () => number,
): number | undefined {
  const most = Math.min(FIRST_WAIT_SECONDS * 2 ** (Math.max(1, receives) - 1), TICK_DISTANCE_SECONDS);
  const seconds = Math.ceil(Math.max(most * (0.5 + 0.5 * random()), retryAfterMs / 1000));
  if (isAskedFor) return Math.min(seconds, LONGEST_WAIT_SECONDS);
  return Math.max(most, seconds) < TICK_DISTANCE_SECONDS ? seconds : undefined;
}
