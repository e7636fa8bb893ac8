import type { Fault } from './faults/fault.ts';
import { createFaultDesk } from './faults/fault-desk.ts';
import type { AnswerSettings } from './fleet-call.ts';
import { listenOnLoopback } from './listen-on-loopback.ts';
import { createRequestHandler } from './request-handler.ts';
import { createRequestLog, type RequestLog } from './request-log.ts';
import type { SimulatedFleet } from './simulated-fleet.ts';
import { createTokenDesk, type SimulatedClient } from './token-desk.ts';

export type FleetSimulatorOptions = Partial<AnswerSettings> & {
  readonly fleets: readonly SimulatedFleet[];
  /** The client that may ask, or several. */
  readonly credentials: SimulatedClient | readonly SimulatedClient[];
  /** The instant in epoch milliseconds; tokens expire by it, and samples after it do not exist. */
  readonly clock: () => number;
  /** 0, the default, takes a free one. */
  readonly port?: number;
  readonly faults?: readonly Fault[];
  readonly tokenLifetimeSeconds?: number;
  readonly audience?: string;
};

export type FleetSimulator = {
  /** `http://127.0.0.1:<port>`, without a path. */
  readonly origin: string;
  readonly tokenUrl: string;
  readonly requests: RequestLog;
  /** Replaces all faults; none switches them off. */
  setFaults(faults: readonly Fault[]): void;
  /** Makes every token issued so far worthless, as if its day were over. */
  revokeTokens(): void;
  /** Ends the server and every connection to it, answered or not. */
  close(): Promise<void>;
};

/**
 * Serves fleets on loopback the way the Fleet API's document describes it.
 * @throws when the port is taken.
 */
export async function startFleetSimulator(options: FleetSimulatorOptions): Promise<FleetSimulator> {
  const { log, write } = createRequestLog();
  const faultDesk = createFaultDesk(options.faults ?? []);
  const tokenDesk = createTokenDesk({
    clients: [options.credentials].flat(),
    audience: options.audience ?? 'fleet.prod.energycurb.com',
    lifetimeSeconds: options.tokenLifetimeSeconds ?? 86_400,
    clock: options.clock,
  });
  const handle = createRequestHandler({
    fleets: options.fleets,
    clock: options.clock,
    settings: {
      pageSize: options.pageSize ?? 100,
      otherFormula: options.otherFormula ?? 'physical',
      emptyRow: options.emptyRow ?? 'omitted',
      keepDecimals: options.keepDecimals ?? false,
    },
    faultDesk,
    tokenDesk,
    write,
  });

  const { origin, close } = await listenOnLoopback(handle, options.port);
  return {
    origin,
    tokenUrl: `${origin}/oauth/token`,
    requests: log,
    setFaults: faultDesk.set,
    revokeTokens: tokenDesk.revokeAll,
    close,
  };
}
