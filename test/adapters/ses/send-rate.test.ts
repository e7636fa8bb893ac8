import { describe, expect, it } from 'vitest';
import { createSendRate } from '../../../shared/adapters/ses/send-rate.ts';
import { createSesClient } from '../../../shared/adapters/ses/ses-client.ts';
import type { Measurement } from '../../../shared/application/metrics.ts';
import type { LogEntry } from '../../../shared/application/ports.ts';
import { startAwsWorld } from '../../support/aws-world.ts';

async function aRate(concurrentSenders: number) {
  const world = await startAwsWorld();
  const logged: LogEntry[] = [];
  const log = (entry: LogEntry) => void logged.push(entry);
  const measured: Measurement[] = [];
  const metrics = (measurement: Measurement) => void measured.push(measurement);
  const client = createSesClient(world.access);
  const rate = createSendRate({ client, clock: world.clock, log, metrics, concurrentSenders });
  return { ...world, logged, measured, rate };
}

describe('the share of the sending rate', () => {
  it('is four fifths of what the account has, over all senders', async () => {
    const { rate, standIn } = await aRate(5);
    standIn.ses.quota.maxSendRate = 14;

    expect(await rate()).toBeCloseTo(2.24);
  });

  it('is asked for every ten minutes, once for all who wait', async () => {
    const { rate, standIn, clock } = await aRate(1);
    standIn.ses.quota.maxSendRate = 10;

    await Promise.all([rate(), rate(), rate()]);
    standIn.ses.quota.maxSendRate = 20;
    clock.advance(599_999);
    expect(await rate()).toBe(8);
    clock.advance(1);
    expect(await rate()).toBe(16);

    expect(standIn.calls).toHaveLength(2);
  });

  it('falls back on the least rate of any account for a minute when SES does not say', async () => {
    const { rate, standIn, clock, logged } = await aRate(2);
    standIn.ses.quota.maxSendRate = 10;
    standIn.faults.add({ service: 'ses', kind: 'error', at: 'before', status: 403, code: 'AccessDenied' });

    expect([await rate(), await rate()]).toEqual([0.4, 0.4]);
    clock.advance(60_000);
    expect(await rate()).toBe(4);

    expect(logged).toEqual([{ level: 'warn', event: 'send_quota_unknown', code: 'AccessDenied' }]);
  });

  it('comes with a look at what of the day is used up', async () => {
    const { rate, standIn, measured } = await aRate(1);
    standIn.ses.quota.max24HourSend = 4;
    const mail = { raw: Buffer.from('x'), source: 'a@example.com', destinations: ['b@example.com'], tags: {} };
    standIn.ses.take({ ...mail, configurationSet: undefined });

    await rate();

    expect(measured).toEqual([{ name: 'SesQuotaUsedRatio', value: 0.25 }]);
  });

  it('is of the least rate where the account shows none', async () => {
    const { rate, measured } = await aRate(1);

    expect(await rate()).toBe(0.8);
    expect(measured).toEqual([]);
  });
});
