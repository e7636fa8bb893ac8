import { describe, expect, it } from 'vitest';
import type { Container } from '../../../functions/make-report/container.ts';
import { createHandler } from '../../../functions/make-report/handler.ts';
import { workMessage } from '../../../functions/make-report/work-message.ts';
import {
  ArchiveConflictError,
  ConfigurationError,
  InvalidLocationError,
  SourceAccessError,
  SourceUnavailableError,
  StoreError,
  UnexpectedPayloadError,
} from '../../../shared/errors.ts';
import { aFunctionWorld, counted } from '../../support/function-world.ts';

const BODY = JSON.stringify({ location: 'fleet/demo/a', period: '2026-11-19' });
const PLENTY = () => 300_000;

const record = (over: { body?: string; receives?: number; messageId?: string } = {}) => ({
  messageId: 'message-1',
  receiptHandle: 'receipt-1',
  body: BODY,
  receives: 1,
  ...over,
});

describe('a message', () => {
  it('is done with when its report is made and mailed, and says so in one line of ids', async () => {
    const { make, seen, world } = aFunctionWorld();

    expect(await workMessage(make, record(), PLENTY)).toBe('done');

    expect(world.mailer.sent).toHaveLength(1);
    expect(seen.logged).toEqual([
      {
        level: 'info',
        event: 'report',
        location: 'fleet/demo/a',
        kind: 'daily',
        period: '2026-11-19',
        report: expect.stringMatching(/^[a-z2-7]{26}$/),
        outcome: 'mailed',
        mailed: 1,
        held: 0,
        skipped: 0,
        open: 0,
      },
    ]);
    expect(counted(seen.measured, 'ReportsArchived')).toBe(1);
    expect(counted(seen.measured, 'ReportsMailed')).toBe(1);
    expect(counted(seen.measured, 'CoveragePercent')).toBe(100);
  });

  it('is done with when it comes a second time, and nothing is counted again', async () => {
    const { make, seen, world } = aFunctionWorld();
    await workMessage(make, record(), PLENTY);

    expect(await workMessage(make, record({ receives: 2 }), PLENTY)).toBe('done');

    expect(world.mailer.sent).toHaveLength(1);
    expect(counted(seen.measured, 'ReportsMailed')).toBe(1);
    expect(counted(seen.measured, 'ReportsArchived')).toBe(1);
  });

  it('is left to the next tick while the data is not complete: waiting uses up no receives', async () => {
    const { make, seen, world } = aFunctionWorld();
    world.script = () => [];

    expect(await workMessage(make, record(), PLENTY)).toBe('done');

    expect(seen.logged[0]).toMatchObject({ outcome: 'waiting-for-data' });
    expect(counted(seen.measured, 'ReportsWaiting')).toBe(1);
    expect(seen.hidden).toEqual([]);
  });

  it('is left to the next tick when a mail is put off', async () => {
    const { make, seen, world } = aFunctionWorld();
    world.mailer.answers.push({ outcome: 'doubtful', code: 'ECONNRESET' });

    expect(await workMessage(make, record(), PLENTY)).toBe('done');

    expect(seen.logged[0]).toMatchObject({ outcome: 'mail-later', open: 1 });
  });

  it('counts a mail that is held', async () => {
    const { make, seen, world } = aFunctionWorld();
    world.mailer.answers.push({ outcome: 'refused', permanent: true, code: 'MessageRejected' });

    await workMessage(make, record(), PLENTY);

    expect(counted(seen.measured, 'ReportsHeld')).toBe(1);
  });

  it.each([
    ['a source that is down', new SourceUnavailableError('down'), 'unavailable'],
    ['an answer that is broken', new UnexpectedPayloadError('broken'), 'payload'],
    ['a store that cannot be reached', new StoreError('gone'), 'store'],
  ])('comes again after a pause when it failed for now: %s', async (_, error, reason) => {
    const { make, seen, world } = aFunctionWorld();
    world.script = () => error;

    expect(await workMessage(make, record({ receives: 2 }), PLENTY)).toBe('again');

    expect(seen.hidden).toEqual([{ receiptHandle: 'receipt-1', seconds: 90 }]);
    expect(seen.logged).toEqual([
      expect.objectContaining({ level: 'warn', event: 'report_postponed', code: error.name }),
    ]);
    expect(counted(seen.measured, 'ReportsFailed')).toBe(1);
    expect(counted(seen.measured, 'ReportsFailed', reason as never)).toBe(1);
  });

  it.each([
    ['after some tries', new SourceUnavailableError('down'), 5],
    ['when the source asks for more patience than that', new SourceUnavailableError('down', { retryAfterMs: 1e7 }), 1],
  ])('is left to the next tick %s', async (_, error, receives) => {
    const { make, seen, world } = aFunctionWorld();
    world.script = () => error;

    expect(await workMessage(make, record({ receives }), PLENTY)).toBe('done');

    expect(seen.logged[0]).toMatchObject({ level: 'warn', event: 'report_left_to_next_tick' });
    expect(seen.hidden).toEqual([]);
  });

  it.each([
    ['the source refuses us', new SourceAccessError('refused'), 'access'],
    ['the location cannot be used', new InvalidLocationError('no zone'), 'invalid_location'],
    ['the archive holds other bytes', new ArchiveConflictError('other'), 'conflict'],
  ])('is done with, and an error, when only a person can help: %s', async (_, error, reason) => {
    const { make, seen, world } = aFunctionWorld();
    world.script = () => error;

    expect(await workMessage(make, record(), PLENTY)).toBe('done');

    expect(seen.logged).toEqual([
      expect.objectContaining({ level: 'error', event: 'report_failed', code: error.name }),
    ]);
    expect(counted(seen.measured, 'ReportsFailed', reason as never)).toBe(1);
    expect(counted(seen.measured, 'LedgerTamper')).toBe(reason === 'conflict' ? 1 : 0);
  });

  it('is done with when its location is unknown, and the others go on', async () => {
    const { make, seen } = aFunctionWorld();
    const unknown = JSON.stringify({ location: 'fleet/demo/nobody', period: '2026-11-19' });

    expect(await workMessage(make, record({ body: unknown }), PLENTY)).toBe('done');
    expect(await workMessage(make, record(), PLENTY)).toBe('done');
    expect(counted(seen.measured, 'ReportsFailed', 'unknown_location')).toBe(1);
  });

  it('is done with when the configuration has faults: the planner says which', async () => {
    const { make, seen } = aFunctionWorld();
    const broken: Container = { ...make, partsNow: async () => Promise.reject(new ConfigurationError('bad', [])) };

    expect(await workMessage(broken, record(), PLENTY)).toBe('done');
    expect(seen.logged[0]).toMatchObject({ level: 'error', code: 'ConfigurationError' });
  });

  it.each(['canary@example.com', '{}', '{"location":"fleet/demo/a"}'])(
    'keeps coming until it is set aside when nobody of us sent it: %s',
    async (body) => {
      const { make, seen } = aFunctionWorld();

      expect(await workMessage(make, record({ body, receives: 9 }), PLENTY)).toBe('again');

      expect(seen.logged[0]).toMatchObject({ level: 'error', event: 'message_not_understood', code: 'EventError' });
      expect(JSON.stringify(seen.logged)).not.toContain('canary');
    },
  );

  it('keeps coming until it is set aside when a defect stops it', async () => {
    const { make, seen, world } = aFunctionWorld();
    world.script = () => new TypeError('canary of a name');

    expect(await workMessage(make, record({ receives: 9 }), PLENTY)).toBe('again');

    expect(seen.logged[0]).toMatchObject({ level: 'error', event: 'defect', code: 'TypeError', period: '2026-11-19' });
    expect(JSON.stringify(seen.logged)).not.toContain('canary');
    expect(seen.hidden).toEqual([]);
  });
});

describe('a batch', () => {
  it('tells the good messages from the bad', async () => {
    const { make } = aFunctionWorld();
    const bodies = [...Array.from({ length: 9 }, () => BODY)];
    bodies.splice(4, 0, 'nonsense');
    const Records = bodies.map((body, index) => ({
      messageId: `message-${index}`,
      receiptHandle: 'receipt',
      body,
      attributes: { ApproximateReceiveCount: '1' },
    }));

    const answer = await createHandler(async () => make)({ Records }, { getRemainingTimeInMillis: PLENTY });

    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'message-4' }] });
  });
});
