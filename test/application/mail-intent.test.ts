import { describe, expect, it } from 'vitest';
import { mailName } from '../../shared/application/mail-intent.ts';
import type { Recipient } from '../../shared/application/subscriptions.ts';
import { aReport } from '../support/report-builder.ts';

const recipient = (hash: string) =>
  ({ address: 'a@example.com', hash: hash.repeat(26), formats: ['pdf'] }) as never as Recipient;

describe('the name of a mail', () => {
  const report = aReport({ period: '2026-11-19' });
  const of = (location: object, hash = 'h') =>
    mailName({ ...report, location: { ...report.location, ...location } }, recipient(hash), 'report');

  it('tells the fleets apart that have a location of the same id', () => {
    const names = [
      of({ source: 'curb', fleet: 'curb', id: 'home' }),
      of({ source: 'curb', fleet: 'other', id: 'home' }),
      of({ source: 'other', fleet: 'curb', id: 'home' }),
      of({ source: 'curb', fleet: 'curb', id: 'home' }, 'i'),
    ];

    expect(new Set(names).size).toBe(4);
    for (const name of names) expect(name).toMatch(/^\d{8}T\d{6}Z_daily_2026-11-19_home_[a-z2-7]{12}$/);
  });

  it('has the same hash for a recipient at all locations of a fleet', () => {
    const hashes = ['home', 'barn'].map((id) => of({ source: 'curb', fleet: 'curb', id }).split('_').at(-1));

    expect(hashes[0]).toBe(hashes[1]);
  });
});
