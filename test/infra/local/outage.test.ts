import { afterEach, expect, it } from 'vitest';
import { type CommandLine, createCommandLine } from '../../support/command-line.ts';
import { simulatedHouse } from './simulator/simulated-house.ts';

let commandLine: CommandLine;
afterEach(() => commandLine.close());

it('after nine days: everything is archived, old mails stay unsent, the operator gets one digest', {
  timeout: 60_000,
}, async () => {
  commandLine = await createCommandLine({
    fleets: [{ id: 'curb', locations: [simulatedHouse({ id: 'house' })] }],
    nowMs: Date.parse('2026-10-20T00:00:00Z'),
    reports: [{ match: { source: 'curb', fleet: 'curb' }, kinds: ['daily'], recipients: ['owner@example.com'] }],
  });
  commandLine.configure((configuration) => ({ ...configuration, operator: { recipients: ['ops@example.com'] } }));
  await commandLine.run(['tick', '--now', '2026-10-06T13:00:00Z']);

  const run = await commandLine.run(['tick', '--now', '2026-10-15T13:00:00Z']);
  await commandLine.run(['tick', '--now', '2026-10-15T13:15:00Z']);

  expect(run.status).toBe(0);
  const reports = [...commandLine.archived().keys()].filter((file) => /\/r1\/report\.pdf$/.test(file));
  expect(reports).toHaveLength(10);
  const daily = commandLine.mails().filter((name) => name.includes('_daily_'));
  expect(daily.map((name) => name.split('_')[2])).toEqual(['2026-10-05', '2026-10-12', '2026-10-13', '2026-10-14']);
  expect(commandLine.mails().filter((name) => name.includes('_digest_'))).toHaveLength(1);
});
