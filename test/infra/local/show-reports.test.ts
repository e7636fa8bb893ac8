import { expect, it } from 'vitest';
import { summaryOf } from '../../../infra/local/report-summary.ts';
import { leftOutLines, reportData } from '../../../infra/local/show-reports.ts';
import { fulfilRequest } from '../../../shared/application/fulfil-request.ts';
import { parsePeriod } from '../../../shared/domain/time/period.ts';
import { aLocation, aRule, aWorld } from '../../support/report-world.ts';

async function resultFor(emails: readonly (string | null)[]) {
  const it = aWorld({ rules: [aRule({ recipients: [], recipientsFromSource: ['a'] })] });
  it.world.contacts.set(
    'a',
    emails.map((email, index) => ({ customerId: `customer-${index}`, email })),
  );
  const request = { location: 'fleet/demo/a', period: '2026-11-19' };
  const made = await fulfilRequest(it.parts(), request, { trigger: 'on-demand', mail: true });
  return {
    job: { ref: aLocation('a'), period: parsePeriod(request.period), asking: {} },
    made: summaryOf(made),
    problem: undefined,
  };
}

it('says how many customers nobody can write to, and not who they are', async () => {
  const result = await resultFor([null, 'jane.roe', 'joe@example.com']);
  expect(leftOutLines([result])).toEqual([
    'Customers left out of fleet/demo/a 2026-11-19: 1 without an address, 1 with one that no mail can be sent to.',
  ]);
  expect(reportData(result)).toMatchObject({ unreachableCustomers: { withoutAddress: 1, invalidAddress: 1 } });
  expect(JSON.stringify(reportData(result))).not.toMatch(/jane|joe|customer-/);
});

it('says nothing where everybody got theirs', async () => {
  const result = await resultFor(['joe@example.com']);
  expect(leftOutLines([result])).toEqual([]);
  expect(reportData(result)).not.toHaveProperty('unreachableCustomers');
});
