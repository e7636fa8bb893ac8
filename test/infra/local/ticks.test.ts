import { afterEach, describe, expect, it } from 'vitest';
import { type CommandLine, createCommandLine } from '../../support/command-line.ts';
import { simulatedHouse } from './simulator/simulated-house.ts';

// A quiet morning: a daily and a weekly report of three places fall due.
const NOW = '2026-11-01T13:00:00Z';
const TICK = ['tick', '--now', NOW];

const fleet = () => ({
  id: 'curb',
  locations: ['a', 'b', 'c'].map((id) => simulatedHouse({ id: `house-${id}`, label: `House ${id}`, hubPrefix: id })),
});

let commandLine: CommandLine;
const start = async () => {
  commandLine = await createCommandLine({
    fleets: [fleet()],
    nowMs: Date.parse('2026-11-02T00:00:00Z'),
    reports: [
      { match: { source: 'curb', fleet: 'curb' }, kinds: ['daily', 'weekly'], recipients: ['owner@example.com'] },
    ],
  });
};
afterEach(() => commandLine.close());

function expectEverythingOnce() {
  const files = [...commandLine.archived().keys()].filter((file) => file.startsWith('reports/'));
  expect(files).toHaveLength(3 * 2 * 3);
  const mails = commandLine.mails();
  expect(mails).toHaveLength(6);
  expect(new Set(mails.map((name) => name.split('_').slice(1, 4).join(' '))).size).toBe(6);
}

describe('one archive', { timeout: 60_000 }, () => {
  it('is not changed by a second tick, and nobody is mailed twice', async () => {
    await start();
    expect((await commandLine.run(TICK)).status).toBe(0);
    expectEverythingOnce();
    const archived = commandLine.archived();
    const mails = commandLine.mails();

    const second = await commandLine.run(TICK);

    expect(second.status).toBe(0);
    expect(commandLine.archived()).toEqual(archived);
    expect(commandLine.mails()).toEqual(mails);
  });

  it('serves two ticks at the same time: each recipient has each report once', async () => {
    await start();
    const runs = await Promise.all([commandLine.run(TICK), commandLine.run(TICK)]);

    expect(runs.map(({ status }) => status)).toEqual([0, 0]);
    expectEverythingOnce();
    const archived = commandLine.archived();
    await commandLine.run(TICK);
    expect(commandLine.archived()).toEqual(archived);
  });

  // Moments all over the work: before the first file, between the files of a report, around the mails.
  it.each([0, 6, 14, 23, 32, 41, 50])(
    'survives a kill behind its %i. file: the next tick finishes what is missing',
    async (files) => {
      await start();
      const killed = await commandLine.run(TICK, { killWhen: () => commandLine.archived().size >= files });
      expect(killed.signal).toBe('SIGKILL');
      const before = commandLine.archived();
      const mailsBefore = commandLine.mails();

      const next = await commandLine.run(TICK);

      expect(next.status, next.stderr).toBe(0);
      expectEverythingOnce();
      const after = commandLine.archived();
      for (const [file, content] of before) expect(after.get(file), file).toBe(content);
      for (const mail of mailsBefore) expect(commandLine.mails()).toContain(mail);
    },
  );
});
