import { describe, expect, it } from 'vitest';
import { withCustomers } from '../../../infra/local/planned-readers.ts';
import { planReports } from '../../../shared/application/plan-reports.ts';
import { aLocation, aRule, aWorld } from '../../support/report-world.ts';

const locations = [aLocation('a'), aLocation('b'), aLocation('c')];

async function planned(rules = [aRule({ kinds: ['daily'], recipients: [], recipientsFromSource: ['a', 'c'] })]) {
  const it = aWorld({ locations, rules });
  for (const { id } of locations) it.world.contacts.set(id, [{ customerId: id, email: `${id}@example.com` }]);
  it.world.contacts.set('c', [{ customerId: 'c', email: null }]);
  const { due } = await planReports(it.plan, true);
  const { reports, problems } = await withCustomers(it.plan, due);
  const readers = reports.map(({ ref, subscription }) => [
    ref.id,
    subscription.recipients.map(({ address }) => address),
  ]);
  return { it, reports, problems, readers };
}

describe('who would get planned reports', () => {
  it('are the customers of listed locations, with a word on those whom nobody can write to', async () => {
    const { reports, readers, problems } = await planned();
    expect(readers).toEqual([
      ['a', ['a@example.com']],
      ['b', []],
      ['c', []],
    ]);
    expect(reports.at(-1)?.subscription.unreachable).toEqual({ withoutAddress: 1, invalidAddress: 0 });
    expect(problems).toEqual([]);
  });

  it('are those of the configuration where a rule names somebody, and nothing is written', async () => {
    const { it, readers } = await planned([aRule({ kinds: ['daily'], recipientsFromSource: ['a'] })]);
    expect(readers.map(([, who]) => who)).toEqual([
      ['owner@example.com'],
      ['owner@example.com'],
      ['owner@example.com'],
    ]);
    expect(it.store.objects.size).toBe(0);
  });

  it('stay unknown where a location cannot be opened, which is said', async () => {
    const it = aWorld({ locations, rules: [aRule({ kinds: ['daily'], recipients: [], recipientsFromSource: ['a'] })] });
    const { due } = await planReports(it.plan, true);
    const { reports, problems } = await withCustomers({ ...it.plan, sources: new Map() }, due);
    expect(reports).toHaveLength(3);
    expect(problems).toMatchObject([{ about: 'fleet/demo/a' }]);
  });
});
