import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import { explainReport } from '../../shared/application/explain-report.ts';
import { fulfilRequest } from '../../shared/application/fulfil-request.ts';
import { optionsFor } from '../../shared/application/make-options.ts';
import { planReports } from '../../shared/application/plan-reports.ts';
import { reportStatus } from '../../shared/application/report-status.ts';
import { locationPath } from '../../shared/domain/location.ts';
import { aRule, aWorld } from '../support/report-world.ts';

/**
 * What a version left behind that wrote a plan for every report and an entry of its own for its files: a report of each
 * state, of one location, as pairs of key and text with the instant of writing.
 */
const OBJECTS = JSON.parse(
  gunzipSync(readFileSync(path.join(import.meta.dirname, 'earlier-archive.json.gz'))).toString(),
) as [key: string, storedAt: string, text: string][];

const LOCATION = 'fleet/demo/a';

async function anEarlierArchive() {
  const rule = aRule();
  const patience = { daily: 30, weekly: 30, monthly: 45, cycle: 45 };
  const settings = {
    ...rule.settings,
    mailUpToDaysOld: patience,
    comparisons: { previous: false, lastYear: false },
    recheckDays: [],
  };
  const home = aWorld({ rules: [{ ...rule, kinds: ['daily'], settings }] });
  for (const [key, storedAt, text] of OBJECTS) {
    home.at(storedAt);
    await home.store.putNew(key, Buffer.from(text), 'application/json');
  }
  home.at('2026-11-18T13:15:00Z');
  return home;
}

describe('an archive that an earlier version began', () => {
  let home: Awaited<ReturnType<typeof anEarlierArchive>>;
  beforeEach(async () => {
    home = await anEarlierArchive();
  });
  const states = async () =>
    (await reportStatus(home.plan)).map(({ period, state, revisions }) => `${period} ${state} r${revisions}`);
  const tick = async () => {
    for (const { ref, period } of (await planReports(home.plan)).due) {
      const request = { location: locationPath(ref), period: period.key };
      await fulfilRequest(home.parts(), request, optionsFor(request));
    }
  };
  const mailed = () => home.world.mailer.sent.map(({ tags }) => tags.period);

  it('is read as it was written', async () => {
    expect(await states()).toEqual([
      '2026-11-11 mailing r1',
      '2026-11-12 finished r1',
      '2026-11-13 mailing r1',
      '2026-11-14 mailing r1',
      '2026-11-15 archiving r0',
      '2026-11-16 held r1',
      '2026-11-17 planned r0',
    ]);
    expect((await explainReport(home.plan, `${LOCATION} 2026-11-15`)).lines.map(({ entry }) => entry)).toEqual([
      'plan',
      'r1/snapshot',
    ]);
  });

  it('goes on where it was: what had gone out is not sent again, nothing that is there is made again', async () => {
    const before = new Map(home.store.objects);
    await tick();
    await tick();

    expect(mailed()).toEqual(['2026-11-13', '2026-11-14', '2026-11-15', '2026-11-17']);
    const finished = ['2026-11-12', '2026-11-13', '2026-11-14', '2026-11-15', '2026-11-17'];
    expect((await states()).filter((state) => state.includes('finished'))).toEqual(
      finished.map((period) => `${period} finished r1`),
    );
    const added = [...home.store.objects.keys()].filter((key) => !before.has(key) && key.startsWith('reports/'));
    expect(added.map((key) => key.split('/')[5])).toEqual([
      ...Array(3).fill('2026-11-15'),
      ...Array(3).fill('2026-11-17'),
    ]);
  });

  it('is asked again for everything without another mail or another file', async () => {
    await tick();
    const before = [...home.store.objects.keys()];
    const mails = mailed();
    for (const period of ['2026-11-12', '2026-11-13', '2026-11-14', '2026-11-15', '2026-11-16', '2026-11-17']) {
      const request = { location: LOCATION, period };
      await fulfilRequest(home.parts(), request, optionsFor(request));
    }
    expect(mailed()).toEqual(mails);
    expect([...home.store.objects.keys()]).toEqual(before);
  });
});
