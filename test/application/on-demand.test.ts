import { describe, expect, it } from 'vitest';
import { fulfilRequest } from '../../shared/application/fulfil-request.ts';
import type { MakeOptions } from '../../shared/application/make-options.ts';
import { aRegister } from '../support/readings-builder.ts';
import { aLocation, aRule, aWorld } from '../support/report-world.ts';

type World = ReturnType<typeof aWorld>;

const ask = (it: World, period: string, options: Partial<MakeOptions> = {}, location = 'fleet/demo/a') =>
  fulfilRequest(it.parts(), { location, period }, { trigger: 'on-demand', mail: true, ...options });

const names = ({ world }: World) => world.mailer.sent.map((mail) => mail.name.replace(/_[a-z2-7]{12}/, '_HASH'));

describe('a report on demand', () => {
  it('waits for neither its hour nor its data', async () => {
    const it = aWorld();
    it.world.script = () => [{ register: aRegister('m', 'main'), powerW: (slot) => (slot > 10 ? null : 500) }];
    it.at('2026-11-20T06:00:01Z');

    const made = await ask(it, '2026-11-19');

    expect(made.outcome).toBe('mailed');
    expect(made.report?.provisional).toBe(true);
    expect(names(it)).toEqual(['20261120T120000Z_daily_2026-11-19_a_HASH']);
  });

  it('is not made of a period that is still running', async () => {
    const it = aWorld();

    await expect(ask(it, '2026-11')).rejects.toThrow('ends at 2026-12-01T06:00:00Z');
    expect(it.store.objects.size).toBe(0);
  });

  it('is not made of a date that the clocks left out', async () => {
    const it = aWorld({ locations: [aLocation('a', 'Pacific/Apia')] });

    await expect(ask(it, '2011-12-30')).rejects.toThrow('the clocks of Pacific/Apia left that date out');
    expect(it.store.objects.size).toBe(0);
    expect((await ask(it, '2011-12')).outcome).toBe('mailed');
  });

  it('is mailed once, however often it is asked for; a copy only by name', async () => {
    const it = aWorld();
    await ask(it, '2026-10');

    expect((await ask(it, '2026-10')).outcome).toBe('already-mailed');
    await ask(it, '2026-10', { resend: true });
    await ask(it, '2026-10', { resend: true });
    expect(names(it)).toEqual([
      '20261101T120000Z_monthly_2026-10_a_HASH',
      '20261101T120000Z_monthly_2026-10_a_HASH-2',
      '20261101T120000Z_monthly_2026-10_a_HASH-3',
    ]);
  });

  it('mails old periods too: somebody asked', async () => {
    const it = aWorld();

    expect((await ask(it, '2024-02')).outcome).toBe('mailed');
  });

  it('archives without mailing, and the next tick may still mail', async () => {
    const it = aWorld();

    expect((await ask(it, '2026-11-19', { mail: false })).outcome).toBe('archived');
    expect(it.world.mailer.sent).toEqual([]);
    expect((await ask(it, '2026-11-19')).outcome).toBe('mailed');
  });

  it('writes cycles and weeks under their own names', async () => {
    const it = aWorld({ rules: [aRule({ kinds: ['cycle', 'weekly'] })] });
    const cycle = await ask(it, '2026-10-15/2026-11-14');
    const week = await ask(it, '2026-W46');

    expect(cycle.keys[0]).toBe('reports/fleet/demo/a/cycle/2026-10-15_2026-11-14/r1/report.pdf');
    expect(week.keys[1]).toBe('reports/fleet/demo/a/weekly/2026-W46/r1/report.csv');
  });

  it('serves a location that no rule names, and mails nobody', async () => {
    const it = aWorld({ rules: [aRule({ kinds: ['monthly'] })] });

    expect((await ask(it, '2026-11-19')).outcome).toBe('archived');
  });

  it('says that there was no data instead of reporting zero', async () => {
    const it = aWorld({ rules: [] });
    it.world.script = () => [{ register: aRegister('m', 'main'), powerW: () => null, energyKWh: 0 }];
    const made = await ask(it, '2026-11-19');

    expect(made.outcome).toBe('no-data');
    expect(made.report?.totals.consumption).toEqual({ energyKWh: null, quality: 'missing' });
  });

  it.each(['fleet/demo/nobody', 'other/demo/a', 'fleet/demo', ''])('refuses the location %j', async (location) => {
    await expect(ask(aWorld(), '2026-10', {}, location)).rejects.toMatchObject({ name: 'UnknownLocationError' });
  });
});

describe('a revision', () => {
  it('reads everything again, keeps the first, says what changed and mails it once', async () => {
    const it = aWorld();
    await ask(it, '2026-11-19');
    const first = it.store.objects.get('reports/fleet/demo/a/daily/2026-11-19/r1/report.csv')?.bytes;
    it.world.script = () => [{ register: aRegister('m', 'main'), powerW: 1200 }];

    const made = await ask(it, '2026-11-19', { revise: true });

    expect(made.report?.revision).toBe(2);
    expect(made.report?.changes).toContainEqual({
      total: 'consumption',
      registerId: null,
      label: null,
      beforeKWh: 24,
      afterKWh: 28.8,
    });
    expect(made.keys[0]).toContain('/r2/');
    expect(it.store.objects.get('reports/fleet/demo/a/daily/2026-11-19/r1/report.csv')?.bytes).toEqual(first);
    expect(names(it).at(-1)).toBe('20261120T120000Z_daily_2026-11-19_a_HASH-r2');
    expect((await ask(it, '2026-11-19')).outcome).toBe('already-mailed');
  });

  it('gives the month the revised day', async () => {
    const it = aWorld();
    it.at('2026-12-05T12:00:00Z');
    await ask(it, '2026-11-19', { mail: false });
    it.world.script = () => [{ register: aRegister('m', 'main'), powerW: 2000 }];
    await ask(it, '2026-11-19', { mail: false, revise: true });
    const month = await ask(it, '2026-11', { mail: false });

    expect(month.report?.days.find((day) => day.date === '2026-11-19')?.totals.consumption.energyKWh).toBeCloseTo(
      48,
      6,
    );
  });
});
