import type { Container as MakeContainer } from '../../functions/make-report/container.ts';
import type { TickParts } from '../../functions/plan-reports/run-tick.ts';
import type { Measurement } from '../../shared/application/metrics.ts';
import type { LogEntry, ReportRequest } from '../../shared/application/ports.ts';
import { createDigestComposer } from '../../shared/rendering/mail/digest-composer.ts';
import { aWorld } from './report-world.ts';

/** The real use cases in memory, put together as the functions have them, with a record of what they log, count and ask for. */
export function aFunctionWorld(options: Parameters<typeof aWorld>[0] = {}) {
  const home = aWorld(options);
  const logged: LogEntry[] = [];
  const measured: Measurement[] = [];
  const hidden: { receiptHandle: string; seconds: number }[] = [];
  const requested: ReportRequest[] = [];
  const seen = { logged, measured, hidden, requested, digestsAsked: 0 };
  const log = (entry: LogEntry) => void logged.push(entry);
  const metrics = (measurement: Measurement) => void measured.push(measurement);
  const make: MakeContainer = {
    partsNow: async () => ({ ...home.parts(), metrics, digestComposer: createDigestComposer() }),
    hideMessage: async (receiptHandle, seconds) => void hidden.push({ receiptHandle, seconds }),
    random: () => 0.5,
    log,
    metrics,
    tellUsage: () => metrics({ name: 'MemoryUsedMb', value: 128 }),
  };
  const tick: TickParts = {
    ...home.plan,
    queue: { send: async (requests) => void requested.push(...requests) },
    askForDigest: async () => {
      seen.digestsAsked += 1;
    },
    log,
    metrics,
    tellUsage: () => {},
  };
  return { ...home, make, tick, seen };
}

/** The sum of what was counted under a name, with a reason or without any. */
export function counted(
  measured: readonly Measurement[],
  name: Measurement['name'],
  reason?: Measurement['reason'],
): number {
  return measured
    .filter((each) => each.name === name && each.reason === reason)
    .reduce((sum, { value }) => sum + value, 0);
}
