import { describe, expect, it } from 'vitest';
import { fulfilRequest } from '../../shared/application/fulfil-request.ts';
import { optionsFor } from '../../shared/application/make-options.ts';
import type { Measurement } from '../../shared/application/metrics.ts';
import { aWorld } from '../support/report-world.ts';

const request = { location: 'fleet/demo/a', period: '2026-11-19' };
const DOUBT = { outcome: 'doubtful', code: 'ECONNRESET', goesOut: true } as const;

/** A report whose mail is in doubt, and what was counted since it was asked for. */
async function aDoubtfulMail() {
  const it = aWorld();
  it.world.mailer.answers.push(DOUBT);
  const measured: Measurement[] = [];
  const parts = {
    ...it.parts(),
    whenInDoubt: 'resend',
    metrics: (one: Measurement) => void measured.push(one),
  } as const;
  const ask = () => fulfilRequest(parts, request, optionsFor(request));
  await ask();
  const counted = () => measured.map(({ name }) => name).filter((name) => name.startsWith('Mail'));
  return { ...it, ask, counted };
}

describe('a mail of which nobody knows whether it went out', () => {
  it('is counted when the answer is lost, and when it is sent again', async () => {
    const { ask, at, counted, world } = await aDoubtfulMail();
    expect(counted()).toEqual(['MailAmbiguous']);

    at('2026-11-20T14:00:00Z');
    await ask();

    expect(world.mailer.sent).toHaveLength(2);
    expect(counted()).toEqual(['MailAmbiguous', 'MailResent']);
  });
});
