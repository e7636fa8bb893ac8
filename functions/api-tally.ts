import type { HttpCall } from '../shared/adapters/http/json-client.ts';
import { statusClass } from '../shared/adapters/http/status.ts';
import type { MetricName, Metrics } from '../shared/application/metrics.ts';

/** Counts the requests to all sources, as a line for each would cost more than the request. */
export interface ApiTally {
  readonly onCall: (call: HttpCall) => void;
  /** Records what was counted since the last time; nothing where nothing was asked. */
  flush(metrics: Metrics): void;
}

const OUTCOMES: readonly (readonly [MetricName, (status: number, method: HttpCall['method']) => boolean])[] = [
  ['Api401', (status) => status === 401],
  ['Api429', (status) => status === 429],
  ['Api5xx', (status) => status >= 500],
  // Nothing else is posted to a source than the request for a token.
  ['TokenMinted', (status, method) => method === 'POST' && statusClass(status) === 'ok'],
];

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
      for (const [name, isOne] of OUTCOMES) {
        const value = told.filter(({ method, status }) => status !== undefined && isOne(status, method)).length;
        if (value > 0) metrics({ name, value });
      }
    },
  };
}
