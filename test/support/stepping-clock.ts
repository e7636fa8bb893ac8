import type { Clock } from '../../shared/application/ports.ts';
import { instantFromMs, parseInstant } from '../../shared/domain/time/instant.ts';

/** A clock that goes on by a second each time it is read. */
export function steppingClock(start = '2026-11-20T12:00:00.250Z'): Clock {
  let epochMs: number = parseInstant(start);
  return {
    now: () => {
      epochMs += 1000;
      return instantFromMs(epochMs);
    },
  };
}
