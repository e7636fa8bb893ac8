import { describe, expect, it } from 'vitest';
import { fulfilRequest } from '../../shared/application/fulfil-request.ts';
import { planReports } from '../../shared/application/plan-reports.ts';
import { locationPath } from '../../shared/domain/location.ts';
import { SourceUnavailableError } from '../../shared/errors.ts';
import { aRegister } from '../support/readings-builder.ts';
import { createRecordingMailer } from '../support/recording-mailer.ts';
import { aLocation, aRule, aWorld } from '../support/report-world.ts';

type World = ReturnType<typeof aWorld>;

/** One tick as every host runs it: plan, then work off what is due. */
async function tick({ plan, parts }: World) {
  const { due, problems } = await planReports(plan);
  const outcomes: string[] = [];
  for (const report of due) {
    const request = { location: locationPath(report.ref), period: report.period.key };
    const made = await fulfilRequest(parts(), request, { trigger: 'scheduled', mail: true }).catch((error: Error) => ({
      outcome: error.name,
    }));
    outcomes.push(`${report.period.key} ${made.outcome}`);
  }
  return { outcomes, problems };
}

const keysOf = ({ store }: World) => [...store.objects.keys()].sort();
/** What one tick notes down for the next. */
const isPlanning = (key: string) => key.startsWith('ledger/v1/control/planning/');
const periodsMailed = ({ world }: World) => world.mailer.sent.map((mail) => mail.name.split('_')[2]);

describe('a tick', () => {
  it('makes and mails the latest daily and monthly report of a location it has never seen', async () => {
    const it = aWorld();

    expect((await tick(it)).outcomes).toEqual(['2026-10 mailed', '2026-11-19 mailed']);
    expect(keysOf(it).filter((key) => key.startsWith('reports/'))).toHaveLength(6);
    expect(it.world.mailer.sent.map((mail) => mail.attachments.map(({ fileName }) => fileName))).toEqual([
      ['2026-10.pdf', '2026-10.csv'],
      ['2026-11-19.pdf', '2026-11-19.csv'],
    ]);
  });

  it('does nothing and changes nothing the second time', async () => {
    const it = aWorld();
    await tick(it);
    const before = keysOf(it).filter((key) => !isPlanning(key));
    it.world.daysRead.length = 0;

    expect((await tick(it)).outcomes).toEqual([]);
    expect(keysOf(it).filter((key) => !isPlanning(key))).toEqual(before);
    const noted = new Map(it.store.objects);
    expect((await tick(it)).outcomes).toEqual([]);
    expect(new Map(it.store.objects)).toEqual(noted);
    expect(it.world.daysRead).toEqual([]);
    expect(it.world.mailer.sent).toHaveLength(2);
  });

  it('mails nothing before the local send time, and the day at the send time', async () => {
    const it = aWorld();
    it.at('2026-11-20T11:59:59Z');
    await tick(it);
    expect(periodsMailed(it)).not.toContain('2026-11-19');

    it.at('2026-11-20T12:00:00Z');
    await tick(it);
    expect(periodsMailed(it)).toContain('2026-11-19');
  });

  it('heals an outage: every report is archived, mails that would be too old are not sent', async () => {
    const it = aWorld();
    await tick(it);
    it.at('2026-12-01T12:00:00Z');

    const { outcomes } = await tick(it);

    expect(outcomes).toHaveLength(12);
    expect(periodsMailed(it)).toEqual(['2026-10', '2026-11-19', '2026-11-28', '2026-11-29', '2026-11-30', '2026-11']);
    expect(keysOf(it).filter((key) => /\/daily\/2026-11-2\d\/r1\/report\.pdf$/.test(key))).toHaveLength(10);
    expect((await tick(it)).outcomes).toEqual([]);
  });

  it('reads no day twice: the month is folded from the days that are kept', async () => {
    const it = aWorld();
    it.at('2026-11-02T12:00:00Z');
    await tick(it);
    it.world.daysRead.length = 0;
    it.at('2026-12-01T12:00:00Z');
    await tick(it);

    expect(new Set(it.world.daysRead).size).toBe(it.world.daysRead.length);
    const ownDays = it.world.daysRead.filter((read) => read.includes('2026-'));
    expect(ownDays).toHaveLength(29);
    // The same month of last year, to compare it with.
    expect(it.world.daysRead).toHaveLength(29 + 30);
  });

  it('gives a recipient of several rules one mail', async () => {
    const it = aWorld({ rules: [aRule(), aRule({ recipients: ['owner@EXAMPLE.com', 'second@example.com'] })] });
    await tick(it);

    expect(it.world.mailer.sent.map((mail) => mail.to)).toEqual([
      'owner@example.com',
      'second@example.com',
      'owner@example.com',
      'second@example.com',
    ]);
  });

  it('serves the others when one location fails, and the failed one at the next tick', async () => {
    const it = aWorld({ locations: [aLocation('a'), aLocation('b')], rules: [aRule({ kinds: ['daily'] })] });
    const plain = it.world.script;
    it.world.script = (location, date) =>
      location.id === 'a' ? new SourceUnavailableError('down') : plain(location, date);

    expect((await tick(it)).outcomes).toEqual(['2026-11-19 SourceUnavailableError', '2026-11-19 mailed']);
    it.world.script = plain;
    expect((await tick(it)).outcomes).toEqual(['2026-11-19 mailed']);
    expect(it.world.mailer.sent).toHaveLength(2);
  });
});

describe('late data', () => {
  const holed = () => [{ register: aRegister('m', 'main'), powerW: (slot: number) => (slot > 200 ? null : 1000) }];

  it('waits, and sends the complete report when the data has come', async () => {
    const it = aWorld({ rules: [aRule({ kinds: ['daily'] })] });
    const plain = it.world.script;
    it.world.script = holed;

    expect((await tick(it)).outcomes).toEqual(['2026-11-19 waiting-for-data']);
    expect(it.world.mailer.sent).toEqual([]);
    it.world.script = plain;
    it.at('2026-11-20T12:15:00Z');
    expect((await tick(it)).outcomes).toEqual(['2026-11-19 mailed']);
  });

  it('sends a provisional report when the wait is over', async () => {
    const it = aWorld({ rules: [aRule({ kinds: ['daily'] })] });
    it.world.script = holed;
    await tick(it);
    it.at('2026-11-20T17:59:00Z');
    expect((await tick(it)).outcomes).toEqual(['2026-11-19 waiting-for-data']);
    it.at('2026-11-20T18:00:00Z');

    expect((await tick(it)).outcomes).toEqual(['2026-11-19 mailed']);
    expect((await tick(it)).outcomes).toEqual([]);
    expect(it.world.mailer.sent).toHaveLength(1);
  });

  it('reads a provisional report again before its first mail', async () => {
    const it = aWorld({ rules: [aRule({ kinds: ['daily'] })] });
    const plain = it.world.script;
    it.world.script = holed;
    const request = { location: 'fleet/demo/a', period: '2026-11-19' };
    await fulfilRequest(it.parts(), request, { trigger: 'on-demand', mail: false });
    it.world.script = plain;
    await tick(it);

    expect(it.world.mailer.sent).toHaveLength(1);
    expect(keysOf(it).filter((key) => key.endsWith('report.pdf'))).toEqual([
      'reports/fleet/demo/a/daily/2026-11-19/r1/report.pdf',
      'reports/fleet/demo/a/daily/2026-11-19/r2/report.pdf',
    ]);
  });

  it('changes nothing of a finished report that nobody reads, when its message comes once more', async () => {
    const it = aWorld({ rules: [aRule({ kinds: ['daily'], recipients: [] })] });
    const plain = it.world.script;
    it.world.script = holed;
    it.at('2026-11-20T18:00:00Z');
    await tick(it);
    it.world.script = plain;
    const request = { location: 'fleet/demo/a', period: '2026-11-19' };
    const before = keysOf(it);
    await fulfilRequest(it.parts(), request, { trigger: 'scheduled', mail: true });

    expect(keysOf(it)).toEqual(before);
    expect(before).toContain('reports/fleet/demo/a/daily/2026-11-19/r1/report.pdf');
  });
});

describe('a doubtful send', () => {
  const dailyOnly = () => aWorld({ rules: [aRule({ kinds: ['daily'] })] });

  it('is not sent again before the deadline, and then once', async () => {
    const it = dailyOnly();
    it.world.mailer.answers.push({ outcome: 'doubtful', code: 'reset', goesOut: false });

    expect((await tick(it)).outcomes).toEqual(['2026-11-19 mail-later']);
    it.at('2026-11-20T12:59:00Z');
    expect((await tick(it)).outcomes).toEqual(['2026-11-19 mail-later']);
    expect(it.world.mailer.sent).toEqual([]);
    it.at('2026-11-20T13:00:00Z');
    expect((await tick(it)).outcomes).toEqual(['2026-11-19 mailed']);
    expect((await tick(it)).outcomes).toEqual([]);
    expect(it.world.mailer.sent).toHaveLength(1);
  });

  it('is cleared up at once by a transport that remembers names', async () => {
    const it = aWorld({
      rules: [aRule({ kinds: ['daily'] })],
      mailer: createRecordingMailer({ remembersNames: true }),
    });
    it.world.mailer.answers.push({ outcome: 'doubtful', code: 'killed', goesOut: true });
    await tick(it);

    expect((await tick(it)).outcomes).toEqual(['2026-11-19 already-mailed']);
    expect(it.world.mailer.sent).toHaveLength(1);
  });

  it('holds a mail that was refused for good', async () => {
    const it = dailyOnly();
    it.world.mailer.answers.push({ outcome: 'refused', permanent: true, code: 'MessageRejected' });

    expect((await tick(it)).outcomes).toEqual(['2026-11-19 held']);
    expect((await tick(it)).outcomes).toEqual([]);
  });

  it('tries a refusal that passes again and again: it costs nothing but time', async () => {
    const it = dailyOnly();
    for (let n = 0; n < 7; n += 1) {
      it.world.mailer.answers.push({ outcome: 'refused', permanent: false, code: 'Throttling' });
      expect((await tick(it)).outcomes).toEqual(['2026-11-19 mail-later']);
    }

    expect((await tick(it)).outcomes).toEqual(['2026-11-19 mailed']);
    expect(it.world.mailer.sent).toHaveLength(1);
  });

  it('holds a mail that stayed in doubt three times', async () => {
    const it = dailyOnly();
    for (const hour of [12, 13, 14]) {
      it.at(`2026-11-20T${hour}:00:00Z`);
      it.world.mailer.answers.push({ outcome: 'doubtful', code: 'reset', goesOut: false });
      expect((await tick(it)).outcomes).toEqual(['2026-11-19 mail-later']);
    }
    it.at('2026-11-20T15:00:00Z');

    expect((await tick(it)).outcomes).toEqual(['2026-11-19 held']);
    expect(it.world.mailer.sent).toEqual([]);
  });
});
