import { describe, expect, it } from 'vitest';
import type { MailPolicy } from '../../shared/application/configuration.ts';
import { fulfilRequest } from '../../shared/application/fulfil-request.ts';
import { optionsFor } from '../../shared/application/make-options.ts';
import { reportStatus } from '../../shared/application/report-status.ts';
import { aRule, aWorld } from '../support/report-world.ts';

const request = { location: 'fleet/demo/a', period: '2026-11-19' };
const DOUBT = { outcome: 'doubtful', code: 'ECONNRESET', goesOut: true } as const;

const ruleFor = (recipient: string, mailPolicy: MailPolicy | undefined) => {
  const rule = aRule({ recipients: [recipient] });
  return { ...rule, settings: { ...rule.settings, ...(mailPolicy === undefined ? {} : { mailPolicy }) } };
};

/** Two mails whose fate nobody knows, looked at again long after: how many went out to each, and how each stands. */
async function afterDoubt(policies: readonly (MailPolicy | undefined)[], whenInDoubt: 'resend' | 'hold') {
  const rules = policies.map((policy, index) => ruleFor(`reader-${index}@example.com`, policy));
  const it = aWorld({ rules });
  it.world.mailer.answers.push(...policies.map(() => DOUBT));
  const ask = () => fulfilRequest({ ...it.parts(), whenInDoubt }, request, optionsFor(request));
  await ask();
  it.at('2026-11-20T14:00:00Z');
  await ask();
  await ask();
  const [status] = await reportStatus(it.parts());
  return policies.map((_, index) => ({
    sent: it.world.mailer.sent.filter(({ to }) => to === `reader-${index}@example.com`).length,
    held: status?.mails.filter(({ state }) => state === 'held').length,
  }));
}

describe('a mail of which nobody knows whether it went out', () => {
  it.each([
    [undefined, 'resend', { sent: 2, held: 0 }],
    [undefined, 'hold', { sent: 1, held: 1 }],
    ['atLeastOnce', 'hold', { sent: 2, held: 0 }],
    ['atMostOnce', 'resend', { sent: 1, held: 1 }],
  ] as const)('is handled by its rule (%s) before the host (%s)', async (policy, whenInDoubt, expected) => {
    expect(await afterDoubt([policy], whenInDoubt)).toEqual([expected]);
  });

  it('is handled as the rule says that names its reader, whichever rule came first', async () => {
    const expected = [
      { sent: 2, held: 1 },
      { sent: 1, held: 1 },
    ];
    expect(await afterDoubt(['atLeastOnce', 'atMostOnce'], 'hold')).toEqual(expected);
    expect(await afterDoubt(['atLeastOnce', 'atMostOnce'], 'resend')).toEqual(expected);
  });
});
