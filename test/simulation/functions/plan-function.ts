import { createHandler } from '../../../functions/plan-reports/handler.ts';
import type { Configuration } from '../../../shared/application/configuration.ts';
import type { Log } from '../../../shared/application/ports.ts';
import type { Handler } from '../models/function-runtime.ts';
import type { Actor } from '../world/actor.ts';
import type { Wire } from './wiring.ts';

/** The planner as Lambda runs it, on a tick. */
export function planFunction(wire: Wire, configuration: Configuration, log: Log) {
  return (current: () => Actor): Handler<object> => {
    const { source, ...wiring } = wire(current);
    const unheard = { metrics: () => {}, tellUsage: () => {} };
    const parts = { ...wiring, configuration, sources: new Map([['fleet', source]]), log, ...unheard };
    const handle = createHandler(async () => async () => parts);
    return async (tick) => {
      await handle(tick);
    };
  };
}
