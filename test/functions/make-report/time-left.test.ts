import { describe, expect, it } from 'vitest';
import { workMessage } from '../../../functions/make-report/work-message.ts';
import { aFunctionWorld, counted } from '../../support/function-world.ts';

const record = {
  messageId: 'm',
  receiptHandle: 'r',
  body: '{"location":"fleet/demo/a","period":"2026-11-19"}',
  receives: 1,
};

/** A clock of Lambda's that jumps to a value once something has happened. */
const fallingTo = (leftMs: number, once: () => boolean) => () => (once() ? leftMs : 300_000);

describe('a step that the time left may not cover', () => {
  it('is not begun: no message', async () => {
    const { make, seen, world } = aFunctionWorld();

    expect(await workMessage(make, record, () => 44_000)).toBe('again');

    expect(world.daysRead).toEqual([]);
    expect(counted(seen.measured, 'BudgetRefused')).toBe(1);
    expect(seen.logged).toEqual([]);
  });

  it('is not begun: no day', async () => {
    const { make, seen, world } = aFunctionWorld();
    const looks: true[] = [];
    const left = fallingTo(40_000, () => looks.push(true) > 2);

    expect(await workMessage(make, record, left)).toBe('again');

    expect(world.daysRead).toEqual([]);
    expect(seen.logged[0]).toMatchObject({ event: 'report_postponed', code: 'OutOfTimeError' });
    expect(counted(seen.measured, 'BudgetRefused')).toBe(1);
  });

  it('is not begun: no file', async () => {
    const { make, store, world } = aFunctionWorld();
    const left = fallingTo(25_000, () => world.daysRead.length > 0);

    expect(await workMessage(make, record, left)).toBe('again');

    const keys = [...store.objects.keys()];
    expect(keys.some((key) => key.endsWith('/r1/snapshot'))).toBe(true);
    expect(keys.some((key) => key.startsWith('reports/'))).toBe(false);
  });

  it('is not begun: no mail is even claimed, and the next run sends it', async () => {
    const { make, store, world } = aFunctionWorld();
    const isArchived = () => [...store.objects.keys()].some((key) => key.endsWith('/report.json'));

    expect(await workMessage(make, record, fallingTo(19_000, isArchived))).toBe('done');
    expect([...store.objects.keys()].some((key) => key.includes('/claim-'))).toBe(false);
    expect(world.mailer.sent).toEqual([]);

    expect(await workMessage(make, record, () => 300_000)).toBe('done');
    expect(world.mailer.sent).toHaveLength(1);
  });
});
