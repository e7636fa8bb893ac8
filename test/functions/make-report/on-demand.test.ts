import { describe, expect, it } from 'vitest';
import { createHandler } from '../../../functions/make-report/handler.ts';
import { checkSender } from '../../../functions/make-report/sender.ts';
import { ConfigurationError, PeriodNotOverError, UnknownLocationError } from '../../../shared/errors.ts';
import { aFunctionWorld } from '../../support/function-world.ts';
import { aRule } from '../../support/report-world.ts';

const REQUEST = { location: 'fleet/demo/a', period: '2026-11-19' };

function aHandler(options: Parameters<typeof aFunctionWorld>[0] = {}) {
  const home = aFunctionWorld(options);
  const handle = createHandler(async () => home.make);
  return { ...home, ask: (event: unknown) => handle(event, { getRemainingTimeInMillis: () => 300_000 }) };
}

describe('a report on demand', () => {
  it('is archived without a mail when none is asked for', async () => {
    const { ask, world } = aHandler();

    expect(await ask({ ...REQUEST, mail: false })).toEqual({
      outcome: 'archived',
      keys: ['pdf', 'csv', 'json'].map((format) => `reports/fleet/demo/a/daily/2026-11-19/r1/report.${format}`),
      notes: expect.any(Array),
    });
    expect(world.mailer.sent).toEqual([]);
  });

  it('is mailed to whom the configuration names, once', async () => {
    const { ask, world } = aHandler();

    expect(await ask(REQUEST)).toMatchObject({ outcome: 'mailed' });
    expect(await ask(REQUEST)).toMatchObject({ outcome: 'already-mailed' });
    expect(await ask({ ...REQUEST, resend: true })).toMatchObject({ outcome: 'mailed' });
    expect(world.mailer.sent.map(({ to }) => to)).toEqual(['owner@example.com', 'owner@example.com']);
  });

  it('is mailed to nobody where the configuration names nobody', async () => {
    const { ask, world } = aHandler({ rules: [aRule({ recipients: [] })] });

    expect(await ask(REQUEST)).toMatchObject({ outcome: 'archived' });
    expect(world.mailer.sent).toEqual([]);
  });

  it('tells of a mail that is held, and of one that goes out later', async () => {
    const { ask, world } = aHandler();
    world.mailer.answers.push({ outcome: 'doubtful', code: 'ECONNRESET' });

    expect(await ask(REQUEST)).toMatchObject({
      outcome: 'archived',
      notes: expect.arrayContaining([{ code: 'mail_later', text: expect.stringContaining('Ask again') }]),
    });

    world.mailer.answers.push({ outcome: 'refused', permanent: true, code: 'MessageRejected' });
    expect(await ask({ ...REQUEST, period: '2026-11-18' })).toMatchObject({ outcome: 'held' });
  });

  it('of a time without data says so, and waits for nothing', async () => {
    const { ask, world } = aHandler();
    world.script = () => [];

    const answer = await ask({ ...REQUEST, mail: false });

    expect(answer).toMatchObject({ outcome: 'no-data' });
    expect(answer).toHaveProperty(['notes', 0, 'code']);
    expect(answer).toHaveProperty(['notes', 0, 'text']);
  });

  it('reads the data again and makes a revision when it is asked to', async () => {
    const { ask, world } = aHandler();
    await ask({ ...REQUEST, mail: false });
    world.script = () => [];

    const answer = await ask({ ...REQUEST, mail: false, revise: true });

    expect(answer).toMatchObject({ keys: expect.arrayContaining([expect.stringContaining('/r2/report.pdf')]) });
  });

  it('says in words what keeps it from being made', async () => {
    const { ask } = aHandler();

    await expect(ask({ ...REQUEST, location: 'fleet/demo/nobody' })).rejects.toThrow(UnknownLocationError);
    await expect(ask({ ...REQUEST, period: '2026-11-20' })).rejects.toThrow(PeriodNotOverError);
  });

  it('tells nothing of its readers', async () => {
    const { ask, seen } = aHandler();

    const answer = await ask(REQUEST);

    expect(JSON.stringify([answer, seen.logged, seen.measured])).not.toMatch(/@|Home a/);
  });
});

describe('the sender', () => {
  it.each(['reports@example.com', 'Energy <reports@EXAMPLE.com>', ' "Energy" <reports@example.com> '])(
    'may be written as %j',
    (from) => {
      expect(() => checkSender(from, 'reports@example.com')).not.toThrow();
    },
  );

  it('must be the one that the function may send from', () => {
    expect(() => checkSender('Energy <other@example.com>', 'reports@example.com')).toThrow(ConfigurationError);
    expect(() => checkSender('Energy <other@example.com>', 'reports@example.com')).toThrow(
      'sender.from: is not the senderAddress',
    );
  });
});
