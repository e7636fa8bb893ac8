import { describe, expect, it } from 'vitest';
import { workMessage } from '../../../functions/make-report/work-message.ts';
import { createHandler } from '../../../functions/plan-reports/handler.ts';
import { EventError } from '../../../functions/validated.ts';
import { InvalidLocationError, SourceAccessError, SourceUnavailableError } from '../../../shared/errors.ts';
import { aFunctionWorld, counted } from '../../support/function-world.ts';
import { aLocation, aRule } from '../../support/report-world.ts';

function aPlanner(options: Parameters<typeof aFunctionWorld>[0] = {}) {
  const home = aFunctionWorld(options);
  const parts = { ...home.tick };
  const handle = createHandler(async () => async () => parts);
  const work = async () => {
    for (const request of home.seen.requested.splice(0)) {
      const record = { messageId: 'm', receiptHandle: 'r', receives: 1, body: JSON.stringify(request) };
      await workMessage(home.make, record, () => 300_000);
    }
  };
  return { ...home, parts, handle, work };
}

const DAILY = [aRule({ kinds: ['daily'] })];

describe('a tick', () => {
  it('asks for every report that is due, by ids alone', async () => {
    const { handle, seen } = aPlanner({ locations: [aLocation('a'), aLocation('b', 'Asia/Kathmandu')] });

    const answer = await handle({ scheduledTime: '2026-11-20T12:00:00Z' });

    expect(answer).toEqual({ now: '2026-11-20T12:00:00Z', due: 4, rechecks: 0, problems: [] });
    expect(seen.requested.map(({ location, period }) => `${location} ${period}`).sort()).toEqual([
      'fleet/demo/a 2026-10',
      'fleet/demo/a 2026-11-19',
      'fleet/demo/b 2026-10',
      'fleet/demo/b 2026-11-19',
    ]);
    expect(seen.requested.every((request) => Object.keys(request).length === 2)).toBe(true);
  });

  it('asks again for what is not finished, and for nothing that is', async () => {
    const { handle, seen, work } = aPlanner({ rules: DAILY });
    await handle({});
    seen.requested.length = 0;

    await handle({});
    expect(seen.requested).toHaveLength(1);
    await work();
    await handle({});
    expect(seen.requested).toEqual([]);
  });

  it('has a finished report read again when the time for that has come', async () => {
    const { handle, seen, work, at } = aPlanner({ rules: DAILY });
    await handle({});
    await work();
    at('2026-11-21T11:00:00Z');

    expect(await handle({})).toMatchObject({ due: 0, rechecks: 1 });
    expect(seen.requested).toEqual([{ location: 'fleet/demo/a', period: '2026-11-19', recheckDay: 1 }]);
  });

  it('counts itself, what is due, and how long the oldest has been overdue', async () => {
    const { handle, seen, at } = aPlanner({ rules: DAILY });
    await handle({});
    expect(counted(seen.measured, 'PlannerTick')).toBe(1);
    expect(counted(seen.measured, 'ReportsDue')).toBe(1);
    expect(counted(seen.measured, 'OldestOpenReportAgeSeconds')).toBe(0);

    // The day ended at 06:00 UTC and waits for its data until 18:00.
    at('2026-11-20T19:00:00Z');
    await handle({});
    expect(counted(seen.measured, 'OldestOpenReportAgeSeconds')).toBe(3600);
  });

  it('says in its answer and in its figures what could not be planned, and plans the rest', async () => {
    const { handle, parts, seen } = aPlanner({ rules: DAILY });
    const [name = '', source] = [...parts.sources][0] ?? [];
    const listLocations = async (fleet: string) => {
      const list = await source?.listLocations(fleet);
      const problem = { problem: 'Its zone is Mars/Olympus' };
      const broken = { ref: { source: 'fleet', fleet: 'demo', id: 'b' }, fields: {}, location: problem };
      return { locations: [...(list?.locations ?? []), broken], incompleteBecause: 'page 2 is missing' };
    };
    Object.assign(parts, { sources: new Map([[name, { ...source, listLocations }]]) });

    const { problems, due } = await handle({});

    expect(due).toBe(1);
    expect(problems.map(({ about }) => about)).toEqual(['fleet/demo', 'fleet/demo/b']);
    expect(counted(seen.measured, 'PlanProblems')).toBe(2);
    expect(counted(seen.measured, 'PlanProblems', 'unavailable')).toBe(1);
    expect(counted(seen.measured, 'PlanProblems', 'invalid_location')).toBe(1);
    expect(JSON.stringify(seen.logged)).not.toContain('Mars');
  });

  it.each([
    [new SourceAccessError('refused'), 'access', 'error'],
    [new SourceUnavailableError('down'), 'unavailable', 'warn'],
    [new InvalidLocationError('no zone'), 'invalid_location', 'error'],
  ] as const)('goes on without a source that answers with %s', async (error, reason, level) => {
    const { handle, parts, seen } = aPlanner();
    const refuse = async () => Promise.reject(error);
    Object.assign(parts, { sources: new Map([['fleet', { listLocations: refuse, openLocation: refuse }]]) });

    expect(await handle({})).toMatchObject({ due: 0 });

    expect(counted(seen.measured, 'PlannerTick')).toBe(1);
    expect(counted(seen.measured, 'PlanProblems', reason)).toBe(1);
    expect(seen.logged).toContainEqual(expect.objectContaining({ level, event: 'not_planned', code: error.name }));
  });

  it('that did not get its requests into the queue does not count as one', async () => {
    const { handle, parts, seen } = aPlanner();
    const send = async () => Promise.reject(new Error('no queue'));
    Object.assign(parts, { queue: { send } });

    await expect(handle({})).rejects.toThrow('no queue');
    expect(counted(seen.measured, 'PlannerTick')).toBe(0);
  });
});

describe('the digest for the operators', () => {
  it('is asked for once an hour, and only when there is somebody to tell and something to say', async () => {
    const { handle, parts, seen, work, at } = aPlanner({ rules: DAILY });
    at('2026-12-20T12:05:00Z');
    await handle({});
    expect(seen.digestsAsked).toBe(0);
    Object.assign(parts, { configuration: { ...parts.configuration, operators: ['operator@example.com'] } });
    await handle({});
    expect(seen.digestsAsked).toBe(0);

    // The report that nobody asked for in a fortnight is archived, and too old for a mail.
    at('2027-01-03T12:05:00Z');
    await work();
    await handle({});
    expect(seen.digestsAsked).toBe(1);
    at('2027-01-03T12:20:00Z');
    await handle({});
    expect(seen.digestsAsked).toBe(1);
  });
});

describe('a tick event', () => {
  it.each([undefined, null, {}, { scheduledTime: '2026-11-20T12:00:00Z' }])('may be %j', async (event) => {
    await expect(aPlanner().handle(event)).resolves.toMatchObject({ due: 2 });
  });

  it.each([{ scheduledTime: 'noon' }, { scheduledTime: 5 }, { to: 'a@example.com' }, 'now', []])(
    'may not be %j',
    async (event) => {
      await expect(aPlanner().handle(event)).rejects.toThrow(EventError);
    },
  );
});
