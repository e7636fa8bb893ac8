import { describe, expect, it } from 'vitest';
import { logUnreachable } from '../../../functions/make-report/report-metrics.ts';
import { printableFields } from '../../../shared/adapters/powertools/log-fields.ts';
import { fulfilRequest } from '../../../shared/application/fulfil-request.ts';
import type { LogEntry } from '../../../shared/application/ports.ts';
import { aRule, aWorld } from '../../support/report-world.ts';

async function logged(emails: readonly (string | null)[]): Promise<LogEntry[]> {
  const it = aWorld({ rules: [aRule({ recipients: [], recipientsFromSource: ['a'] })] });
  it.world.contacts.set(
    'a',
    emails.map((email, index) => ({ customerId: `customer-${index}`, email })),
  );
  const request = { location: 'fleet/demo/a', period: '2026-11-19' };
  const made = await fulfilRequest(it.parts(), request, { trigger: 'on-demand', mail: true });
  const entries: LogEntry[] = [];
  logUnreachable((entry) => entries.push(entry), { report: 'r1' }, made);
  return entries;
}

describe('the log', () => {
  it('counts the customers whom nobody can write to, by the reason and without a word of theirs', async () => {
    const entries = await logged([null, 'nobody', 'jane@example.com', null]);
    expect(entries.map(printableFields)).toEqual([
      { report: 'r1', reason: 'no_address', count: 2 },
      { report: 'r1', reason: 'invalid_address', count: 1 },
    ]);
    expect(JSON.stringify(entries)).not.toMatch(/jane|nobody|customer-/);
  });

  it('has no line where everybody can be written to', async () => {
    expect(await logged(['jane@example.com'])).toEqual([]);
  });
});
