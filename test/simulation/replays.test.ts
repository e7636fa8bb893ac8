import { expect, it } from 'vitest';
import { runReplays } from './lanes/replay-run.ts';

it('everything done again, many times, mails nothing and changes nothing', async () => {
  const { moreMails, moreObjects, violations, replays, redriven, backfilled, reports } = await runReplays(
    'replays',
    30,
  );

  expect({ moreMails, moreObjects, violations }).toEqual({ moreMails: 0, moreObjects: 0, violations: [] });
  expect(reports).toBeGreaterThan(100);
  expect(replays).toBeGreaterThan(5 * reports);
  expect([redriven, backfilled].every((count) => count > 50)).toBe(true);
}, 60_000);
