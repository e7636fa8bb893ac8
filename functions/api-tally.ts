import type { HttpCall } from '../shared/adapters/http/json-client.ts';
import type { Metrics } from '../shared/application/metrics.ts';

/** Counts the requests to all sources, as a line for each would cost more than the request. */
export interface ApiTally {
  readonly onCall: (call: HttpCall) => void;
  /** Records what was counted since the last time; nothing where nothing was asked. */
  flush(metrics: Metrics): void;
}

export function createApiTally(): ApiTally {
  let calls: HttpCall[] = [];
  return {
    onCall: (call) => void calls.push(call),
    flush(metrics) {
      const told = calls;
      calls = [];
      if (told.length === 0) return;
      metrics({ name: 'ApiCalls', value: told.length });
      metrics({ name: 'ApiLatencyMs', value: told.reduce((sum, { tookMs }) => sum + tookMs, 0) / told.length });
      const count = (matches: (status: number) => boolean) =>
        told.filter(({ status }) => status !== undefined && matches(status)).length;
      const troubles = [
        ['Api401', count((status) => status === 401)],
        ['Api429', count((status) => status === 429)],
        ['Api5xx', count((status) => status >= 500)],
        // Nothing else is posted to a source than the request for a token.
        [
          'TokenMinted',
          told.filter(({ method, status = 0 }) => method === 'POST' && status >= 200 && status < 300).length,
        ],
      ] as const;
      for (const [name, value] of troubles) if (value > 0) metrics({ name, value });
    },
  };
}
