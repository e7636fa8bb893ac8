import { describe, expect, it } from 'vitest';
import { type DigestParts, sendDigests } from '../../shared/application/digest.ts';
import { fulfilRequest } from '../../shared/application/fulfil-request.ts';
import { planReports } from '../../shared/application/plan-reports.ts';
import { locationPath } from '../../shared/domain/location.ts';
import { createDigestComposer } from '../../shared/rendering/mail/digest-composer.ts';
import { aRule, aWorld } from '../support/report-world.ts';

type World = ReturnType<typeof aWorld>;

async function tick(it: World, locale = 'en-US') {
  for (const { ref, period, recheckDay } of (await planReports(it.plan)).due) {
    const request = { location: locationPath(ref), period: period.key };
    const recheck = recheckDay === undefined ? {} : { recheckDay };
    await fulfilRequest(it.parts(), request, { trigger: 'scheduled', mail: true, ...recheck });
  }
  const parts: DigestParts = {
    ...it.parts(),
    digestComposer: createDigestComposer(),
    operators: ['ops@example.com'],
    locale,
  };
  return await sendDigests(parts);
}

async function afterOutage() {
  const it = aWorld({ rules: [aRule({ kinds: ['daily'] })] });
  await tick(it);
  it.at('2026-12-01T12:00:00Z');
  return { it, results: await tick(it) };
}

const digests = ({ world }: World) => world.mailer.sent.filter(({ name }) => name.includes('_digest_'));

describe('the digest after an outage', () => {
  it('tells the operator once of the reports that came too late', async () => {
    const { it, results } = await afterOutage();

    expect(results).toEqual(['mailed']);
    const [digest] = digests(it);
    expect(digest?.to).toBe('ops@example.com');
    expect(digest?.content.subject).toBe('Energy reports: 8 reports were archived, but not mailed');
    expect(digest?.content.text.match(/2026-11-2\d/g)).toHaveLength(8);
    expect(digest?.content.text).not.toContain('owner@');
  });

  it('is written in the language of the defaults', async () => {
    const it = aWorld({ rules: [aRule({ kinds: ['daily'] })] });
    await tick(it);
    it.at('2026-12-01T12:00:00Z');
    await tick(it, 'de-DE');

    expect(digests(it).map(({ content: { subject, language } }) => [subject, language])).toEqual([
      ['Energieberichte: 8 Berichte wurden archiviert, aber nicht verschickt', 'de-DE'],
    ]);
  });

  it('is not sent again, and a later one tells only of what is new', async () => {
    const { it } = await afterOutage();
    expect(await tick(it)).toEqual(['already-mailed']);
    await fulfilRequest(
      it.parts(),
      { location: 'fleet/demo/a', period: '2026-11-22' },
      { trigger: 'scheduled', mail: true },
    );
    it.at('2026-12-06T12:00:00Z');
    await tick(it);

    expect(digests(it).map(({ content }) => content.subject)).toEqual([
      'Energy reports: 8 reports were archived, but not mailed',
      'Energy reports: 2 reports were archived, but not mailed',
    ]);
  });

  it('is not written while nothing came too late', async () => {
    const it = aWorld();

    expect(await tick(it)).toEqual([]);
    expect(digests(it)).toEqual([]);
  });
});
