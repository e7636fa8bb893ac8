import type { Container } from './container.ts';
import { parseTick } from './event.ts';
import { runTick, type TickSummary } from './run-tick.ts';

/** Works a tick; what goes wrong as a whole is thrown, for Lambda to count and to keep. */
export function createHandler(container: () => Promise<Container>) {
  return async (event: unknown): Promise<TickSummary> => {
    const tick = parseTick(event);
    const partsNow = await container();
    const parts = await partsNow();
    try {
      return await runTick(parts, tick);
    } finally {
      parts.tellUsage();
    }
  };
}
