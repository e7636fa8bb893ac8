import { describe, expect, it } from 'vitest';
import { fulfilRequest } from '../../shared/application/fulfil-request.ts';
import { planReports } from '../../shared/application/plan-reports.ts';
import { locationPath } from '../../shared/domain/location.ts';
import { aRegister } from '../support/readings-builder.ts';
import { aRule, aWorld } from '../support/report-world.ts';

type World = ReturnType<typeof aWorld>;

async function tick({ plan, parts }: World): Promise<string[]> {
  const outcomes: string[] = [];
  for (const { ref, period, recheckDay } of (await planReports(plan)).due) {
    const options = { trigger: 'scheduled', mail: true, ...(recheckDay === undefined ? {} : { recheckDay }) } as const;
    const made = await fulfilRequest(parts(), { location: locationPath(ref), period: period.key }, options);
    outcomes.push(`${period.key}${recheckDay === undefined ? '' : ` +${recheckDay}`} ${made.outcome}`);
  }
  return outcomes;
}

const dailyRule = (mailRevisions = false) => {
  const rule = aRule({ kinds: ['daily'] });
  return { ...rule, settings: { ...rule.settings, mailRevisions } };
};

const changed = () => [{ register: aRegister('m', 'main'), powerW: 1500 }];

describe('a finished report', () => {
  it('is read again after 1, 3 and 7 days, once each', async () => {
    const it = aWorld({ rules: [dailyRule()] });
    await tick(it);
    const seen: string[] = [];
    for (let hour = 0; hour < 24 * 12; hour += 6) {
      it.at(new Date(Date.parse('2026-11-20T13:00:00Z') + hour * 3_600_000).toISOString());
      for (const outcome of await tick(it)) if (outcome.startsWith('2026-11-19')) seen.push(outcome);
    }

    expect(seen).toEqual(['2026-11-19 +1 unchanged', '2026-11-19 +3 unchanged', '2026-11-19 +7 unchanged']);
  });

  it('gets a revision when its data changed, and no mail unless the operator wants it', async () => {
    const it = aWorld({ rules: [dailyRule()] });
    await tick(it);
    it.world.script = changed;
    it.at('2026-11-21T07:00:00Z');

    expect(await tick(it)).toEqual(['2026-11-19 +1 archived']);
    expect(it.store.objects.has('reports/fleet/demo/a/daily/2026-11-19/r2/report.pdf')).toBe(true);
    expect(it.world.mailer.sent).toHaveLength(1);
    expect(await tick(it)).toEqual([]);
  });

  it('is unchanged by a circuit that was added after it, and by its hub', async () => {
    const it = aWorld({ rules: [dailyRule()] });
    await tick(it);
    it.world.script = () => [
      { register: aRegister('m', 'main'), powerW: 1000 },
      { register: aRegister('c', 'circuit'), powerW: 400 },
      { register: aRegister('new', 'circuit', { hubId: 'hub2' }), powerW: () => null },
    ];
    it.at('2026-11-21T07:00:00Z');

    expect(await tick(it)).toEqual(['2026-11-19 +1 unchanged']);
  });

  it('is compared again when it gets a revision, and only then', async () => {
    const it = aWorld({ rules: [dailyRule()] });
    await tick(it);
    it.world.daysRead.length = 0;
    it.at('2026-11-21T07:00:00Z');
    await tick(it);
    expect(it.world.daysRead).toEqual(['a 2026-11-19']);

    it.world.script = changed;
    it.at('2026-11-23T07:00:00Z');
    const request = { location: 'fleet/demo/a', period: '2026-11-19' };
    const options = { trigger: 'scheduled', mail: true, recheckDay: 3 } as const;
    const { report } = await fulfilRequest(it.parts(), request, options);

    expect(report).toMatchObject({ revision: 2 });
    expect(report?.comparisons?.[0]?.consumption).toMatchObject({ comparable: false, reason: 'different_circuits' });
  });

  it('is mailed again where the operator wants it', async () => {
    const it = aWorld({ rules: [dailyRule(true)] });
    await tick(it);
    it.world.script = changed;
    it.at('2026-11-21T07:00:00Z');

    expect(await tick(it)).toEqual(['2026-11-19 +1 mailed']);
    expect(it.world.mailer.sent.at(-1)?.name).toMatch(/-r2$/);
    expect(await tick(it)).toEqual([]);
  });

  it('is not read again for days that had passed when it was made', async () => {
    const it = aWorld({ rules: [dailyRule()] });
    await tick(it);
    it.at('2026-11-24T12:00:00Z');
    await tick(it);
    it.world.daysRead.length = 0;

    expect(await tick(it)).toEqual([]);
    expect(it.world.daysRead).toEqual([]);
  });

  it('is not read again when the request for it comes once more, even if its data changed since', async () => {
    const it = aWorld({ rules: [dailyRule(true)] });
    await tick(it);
    it.at('2026-11-23T07:00:00Z');
    await tick(it);
    it.world.script = changed;
    it.world.daysRead.length = 0;

    for (const recheckDay of [1, 3]) {
      const options = { trigger: 'scheduled', mail: true, recheckDay } as const;
      const made = await fulfilRequest(it.parts(), { location: 'fleet/demo/a', period: '2026-11-19' }, options);
      expect(made.outcome).toBe('unchanged');
    }
    expect(it.world.daysRead).toEqual([]);
    expect(it.store.objects.has('reports/fleet/demo/a/daily/2026-11-19/r2/report.pdf')).toBe(false);
  });

  it('asks only about the days of a month that are young enough to change', async () => {
    const it = aWorld({ rules: [aRule({ kinds: ['monthly'] })] });
    it.at('2026-12-01T12:00:00Z');
    await tick(it);
    it.world.daysRead.length = 0;
    it.at('2026-12-02T12:00:00Z');

    expect(await tick(it)).toEqual(['2026-11 +1 unchanged']);
    expect(it.world.daysRead).toHaveLength(9);
  });
});
