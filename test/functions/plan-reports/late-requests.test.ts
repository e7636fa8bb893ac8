import { describe, expect, it } from 'vitest';
import { createLateRequests } from '../../../functions/plan-reports/late-requests.ts';
import type { ReportRequest } from '../../../shared/application/ports.ts';

const REQUEST: ReportRequest = { location: 'curb/curb/1', period: '2026-10' };

function aWorld({ failures = 0 } = {}) {
  const seen: string[] = [];
  let loads = 0;
  const requests = createLateRequests(async () => {
    loads += 1;
    if (loads <= failures) throw new Error('not there yet');
    return {
      queue: { send: async (sent) => void seen.push(`sent ${sent.length}`) },
      askForDigest: async () => void seen.push('digest'),
    };
  });
  return { requests, seen, loads: () => loads };
}

describe('late requests', () => {
  it('load nothing for a tick that finds nothing', async () => {
    const { requests, seen, loads } = aWorld();

    await requests.queue.send([]);

    expect(loads()).toBe(0);
    expect(seen).toEqual([]);
  });

  it('load once, and pass on whatever is asked for', async () => {
    const { requests, seen, loads } = aWorld();

    await requests.queue.send([REQUEST, REQUEST]);
    await requests.askForDigest();

    expect(loads()).toBe(1);
    expect(seen).toEqual(['sent 2', 'digest']);
  });

  it('fail with what could not be loaded, and try it again', async () => {
    const { requests, seen } = aWorld({ failures: 1 });

    await expect(requests.queue.send([REQUEST])).rejects.toThrow('not there yet');
    await requests.queue.send([REQUEST]);

    expect(seen).toEqual(['sent 1']);
  });
});
