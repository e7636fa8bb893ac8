import { describe, expect, it } from 'vitest';
import { parseMessage } from '../../../functions/make-report/event.ts';
import { postponementSeconds } from '../../../functions/make-report/postponement.ts';
import { workMessage } from '../../../functions/make-report/work-message.ts';
import { EventError } from '../../../functions/validated.ts';
import { messageBody } from '../../../shared/adapters/sqs/report-queue.ts';
import type { ReportRequest } from '../../../shared/application/ports.ts';
import { SourceUnavailableError } from '../../../shared/errors.ts';
import { aFunctionWorld } from '../../support/function-world.ts';

const REPORT = { location: 'fleet/demo/a', period: '2026-11-19' };
const PLENTY = () => 300_000;

const record = (asking: Omit<ReportRequest, 'location' | 'period'>, receives = 1) => ({
  messageId: 'message-1',
  receiptHandle: 'receipt-1',
  body: messageBody({ ...REPORT, ...asking }),
  receives,
});

describe('a message about what a person asks for', () => {
  it.each([
    {},
    { recheckDay: 3 },
    { mail: false },
    { mail: true, resend: 2, revise: 3 },
    { mail: true, reason: 'Clamp 4 was turned' },
    { resume: true },
  ])('says the same when it is read: %j', (asking) => {
    expect(parseMessage(messageBody({ ...REPORT, ...asking }))).toEqual({
      kind: 'report',
      request: { ...REPORT, ...asking },
    });
  });

  it.each([
    { resend: 2 },
    { mail: true, resend: 1 },
    { mail: true, recheckDay: 1 },
    { reason: 'Clamp 4 was turned' },
    { mail: false, reason: 'ask owner@example.com' },
    { mail: false, reason: 'Clamp 4 was turned', revise: 2 },
    { resume: false },
    { mail: 'yes' },
  ])('is none of ours with %j', (asking) => {
    expect(() => parseMessage(JSON.stringify({ ...REPORT, ...asking }))).toThrow(EventError);
  });

  it('is made without mail, with mail, and once more with a copy, each once', async () => {
    const { make, world } = aFunctionWorld();
    const mails = async (asking: Parameters<typeof record>[0]) => {
      for (const receives of [1, 2]) expect(await workMessage(make, record(asking, receives), PLENTY)).toBe('done');
      return world.mailer.sent.length;
    };

    expect(await mails({ mail: false })).toBe(0);
    expect(await mails({ mail: true })).toBe(1);
    expect(await mails({ mail: true, resend: 2 })).toBe(2);
  });

  it('logs no reason', async () => {
    const { make, seen } = aFunctionWorld();
    await workMessage(make, record({ mail: false }), PLENTY);

    await workMessage(make, record({ mail: false, reason: 'canary reason' }), PLENTY);

    expect(seen.logged.at(-1)).toMatchObject({ event: 'report', outcome: 'unchanged' });
    expect(JSON.stringify(seen.logged)).not.toContain('canary');
  });

  it('comes again while a mail of it is put off, as no tick will ask for it', async () => {
    const { make, seen, world } = aFunctionWorld();
    world.mailer.answers.push({ outcome: 'refused', permanent: false, code: 'Throttling' });

    expect(await workMessage(make, record({ mail: true }), PLENTY)).toBe('again');
    expect(seen.hidden).toEqual([{ receiptHandle: 'receipt-1', seconds: 45 }]);
    expect(await workMessage(make, record({ mail: true }, 2), PLENTY)).toBe('done');
    expect(world.mailer.sent).toHaveLength(1);
  });

  it('is never left to the next tick', async () => {
    const { make, world, seen } = aFunctionWorld();
    world.script = () => new SourceUnavailableError('The source does not answer.');

    expect(await workMessage(make, record({ mail: true }, 9), PLENTY)).toBe('again');
    expect(await workMessage(make, record({}, 9), PLENTY)).toBe('done');
    expect(seen.hidden).toEqual([{ receiptHandle: 'receipt-1', seconds: 675 }]);
  });

  it('waits no longer than a queue can keep it', () => {
    const failure = { receives: 1, retryAfterMs: 1e9, isAskedFor: true };

    expect(postponementSeconds(failure, () => 0)).toBe(43_200);
  });
});
