import { describe, expect, it } from 'vitest';
import { parseEvent, parseMessage } from '../../../functions/make-report/event.ts';
import { EventError } from '../../../functions/validated.ts';

const REQUEST = { location: 'curb/curb/4d6874eb', period: '2026-10' };

const refusal = (event: unknown): string => {
  try {
    parseEvent(event);
  } catch (error) {
    if (error instanceof EventError) return error.message;
    throw error;
  }
  return 'taken';
};

describe('a request on demand', () => {
  it('is mailed unless it says otherwise, and neither resends nor revises unless it says so', () => {
    expect(parseEvent(REQUEST)).toEqual({
      kind: 'on-demand',
      request: { ...REQUEST, mail: true, resend: false, revise: false },
    });
    expect(parseEvent({ ...REQUEST, mail: false })).toMatchObject({ request: { mail: false } });
  });

  it.each(['2026-11-19', '2026-W47', '2026-11', '2026-10-15/2026-11-14'])('is for any period: %s', (period) => {
    expect(parseEvent({ ...REQUEST, period })).toMatchObject({ request: { period } });
  });

  it.each([
    'to',
    'cc',
    'bcc',
    'recipients',
    'Recipients',
    'from',
    'replyTo',
    'address',
    'email',
    'subject',
    'formats',
    'now',
    'config',
    'headers',
    'recheckDay',
  ])('says what it does not take: %s', (key) => {
    const message = refusal({ ...REQUEST, [key]: ['canary@example.com'] });

    expect(message).toContain(`"${key}": is not taken`);
    expect(message).toContain('the configuration alone says who gets the mail');
    expect(message).not.toContain('canary');
  });

  it.each([
    [{ ...REQUEST, location: 'curb/4d68' }, 'location: is not of the form SOURCE/FLEET/ID'],
    [{ ...REQUEST, location: 'a/b/c/d' }, 'location: is not of the form SOURCE/FLEET/ID'],
    [{ ...REQUEST, location: ['curb/curb/1'] }, 'location: is missing'],
    [{ ...REQUEST, location: `a/b/${'c'.repeat(400)}` }, 'location: is too long'],
    [{ ...REQUEST, period: 'yesterday' }, 'period: '],
    [{ ...REQUEST, period: '2026-13' }, 'period: '],
    [{ ...REQUEST, mail: 'no' }, 'mail: is neither true nor false'],
    [{ location: REQUEST.location }, 'period: is missing'],
    [{}, 'location: is missing'],
    [null, 'a request is an object'],
    ['{"location":"curb/curb/1"}', 'a request is an object'],
    [[REQUEST], 'a request is an object'],
  ])('says what is wrong with %j', (event, problem) => {
    expect(refusal(event)).toContain(problem);
  });

  it('says all of it at once', () => {
    const message = refusal({ period: 'x', to: 'a', cc: 'b' });

    for (const fault of ['location: is missing', 'period: is no period', '"to": is not taken', '"cc": is not taken']) {
      expect(message).toContain(fault);
    }
  });

  it('cannot pollute anything with the names of its keys', () => {
    const event: unknown = JSON.parse(
      '{"location":"curb/curb/1","period":"2026-10","__proto__":{"mail":true},"mail":false}',
    );

    expect(refusal(event)).toContain('"__proto__": is not taken');
    expect(({} as Record<string, unknown>)['mail']).toBeUndefined();
  });
});

describe('a batch of the queue', () => {
  it('is told from a request by its records', () => {
    const record = { messageId: 'm', receiptHandle: 'r', body: '{}', attributes: { ApproximateReceiveCount: '3' } };

    expect(parseEvent({ Records: [{ ...record, awsRegion: 'eu-central-1' }] })).toEqual({
      kind: 'queue',
      records: [{ messageId: 'm', receiptHandle: 'r', body: '{}', receives: 3 }],
    });
  });

  it.each([[{ Records: [{}] }], [{ Records: 'all' }], [{ Records: [{ s3: {} }] }]])('is refused as %j', (event) => {
    expect(refusal(event)).toContain('This is no batch of an SQS queue');
  });
});

describe('a message', () => {
  it.each([
    [JSON.stringify(REQUEST), { kind: 'report', request: REQUEST }],
    [JSON.stringify({ ...REQUEST, recheckDay: 7 }), { kind: 'report', request: { ...REQUEST, recheckDay: 7 } }],
    ['{"digest":true}', { kind: 'digest' }],
  ])('asks for what it says: %s', (body, task) => {
    expect(parseMessage(body)).toEqual(task);
  });

  it.each([
    'no JSON',
    '""',
    '{}',
    '{"digest":false}',
    JSON.stringify({ ...REQUEST, to: 'canary@example.com' }),
    JSON.stringify({ ...REQUEST, period: '2026-02-30' }),
    JSON.stringify({ ...REQUEST, recheckDay: -1 }),
    JSON.stringify({ ...REQUEST, digest: true }),
  ])('is none of ours: %s', (body) => {
    expect(() => parseMessage(body)).toThrow(EventError);
  });
});
