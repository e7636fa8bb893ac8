import { expect, it } from 'vitest';
import { createApiTally } from '../../functions/api-tally.ts';
import type { Measurement } from '../../shared/application/metrics.ts';

const flushed = (tally: ReturnType<typeof createApiTally>) => {
  const measured: Measurement[] = [];
  tally.flush((one) => void measured.push(one));
  return measured;
};

it('counts the requests to sources by what came of them, once', () => {
  const tally = createApiTally();
  const calls = [
    ['POST', 200, 10],
    ['POST', 401, 10],
    ['GET', 200, 30],
    ['GET', 429, 20],
    ['GET', 503, 50],
    ['GET', undefined, 60],
  ] as const;
  for (const [method, status, tookMs] of calls) tally.onCall({ method, status, tookMs });

  expect(flushed(tally)).toEqual([
    { name: 'ApiCalls', value: 6 },
    { name: 'ApiLatencyMs', value: 30 },
    { name: 'Api401', value: 1 },
    { name: 'Api429', value: 1 },
    { name: 'Api5xx', value: 1 },
    { name: 'TokenMinted', value: 1 },
  ]);
  expect(flushed(tally)).toEqual([]);
});
