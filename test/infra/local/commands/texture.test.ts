import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { cuidOf, siteOfPlace, WORKSPACE_ID } from '../../../../infra/local/simulator/texture/site-of-place.ts';
import { startTextureSimulator } from '../../../../infra/local/simulator/texture/start-texture-simulator.ts';
import { simulatedHouse } from '../simulator/simulated-house.ts';
import { createWorkbench } from './workbench.ts';

const KEY = 'canary-texture-key';
const NOW = ['--now', '2026-11-21T14:00:00Z'];
const customer = (name: string, email: string | null) => ({
  id: cuidOf(name),
  workspaceId: WORKSPACE_ID,
  referenceId: null,
  firstName: name,
  lastName: null,
  email,
  createdAt: null,
});
const PEOPLE: Readonly<Record<string, ReturnType<typeof customer>[]>> = {
  house: [customer('ada', 'ada@example.com'), customer('bob', null)],
  cabin: [customer('eve', 'eve@example.com')],
};
const [HOUSE, CABIN] = ['house', 'cabin'].map((id) =>
  siteOfPlace(simulatedHouse({ id, label: `The ${id}` }), { customers: PEOPLE[id] ?? [] }),
);
const HOUSE_ID = HOUSE?.site.id ?? '';
const CABIN_ID = CABIN?.site.id ?? '';
const ZONES = Object.fromEntries([HOUSE_ID, CABIN_ID].map((id) => [id, { timeZone: 'America/Chicago' }]));

/** A configuration of two sites of a simulated workspace, and the commands to run there. */
async function aTextureBench(
  over: object = {},
  environment: Record<string, string> = { METERPOST_HOME_TEXTURE_API_KEY: KEY },
  rule: object = {},
) {
  const bench = await createWorkbench({ environment });
  const simulator = await startTextureSimulator({
    workspace: { sites: [HOUSE, CABIN].flatMap((site) => site ?? []), customers: [] },
    apiKey: KEY,
    clock: () => Date.parse('2026-11-21T14:00:00Z'),
  });
  onTestFinished(() => simulator.close());
  await bench.configure({
    ...bench.configuration,
    sources: {
      'home-texture': { kind: 'texture', apiOrigin: simulator.origin, fleets: ['homes'], sites: ZONES, ...over },
    },
    reports: [
      {
        match: { source: 'home-texture', fleet: 'homes', locations: '*' },
        kinds: ['daily'],
        recipients: ['owner@example.com'],
        ...rule,
      },
    ],
  });
  return { ...bench, simulator };
}

describe('check-config, with a source of kind texture', () => {
  test.each([
    [{ METERPOST_HOME_TEXTURE_API_KEY: KEY }, true],
    [{}, false],
  ] as const)('names the variable of its key, and whether it is set', async (environment, isSet) => {
    const bench = await aTextureBench({}, environment);

    const { status, data } = await bench.runJson('check-config');

    expect([status, data.secrets]).toEqual([
      0,
      [{ source: 'home-texture', variable: 'METERPOST_HOME_TEXTURE_API_KEY', isSet }],
    ]);
  });

  test.each([
    [{ fleets: ['homes', 'others'] }, 'fleets', 'must name one fleet'],
    [{ apiOrigin: 'http://api.texturehq.com' }, 'apiOrigin', 'loopback'],
    [{ apiKey: KEY }, 'apiKey', 'does not belong into this file'],
    [{ sites: { [HOUSE_ID]: { timeZone: 'CST' } } }, `sites.${HOUSE_ID}.timeZone`, 'IANA'],
  ])('finds the fault in %j', async (over, place, problem) => {
    const bench = await aTextureBench(over);

    const { status, data } = await bench.runJson('check-config');

    expect(status).toBe(2);
    expect(data.faults).toEqual([
      { path: expect.stringContaining(`sources.home-texture.${place}`), problem: expect.stringContaining(problem) },
    ]);
    expect(JSON.stringify(data)).not.toContain(KEY);
  });
});

describe('reports of a source of kind texture', () => {
  test('are planned, made and mailed over real HTTP, and nothing twice', async () => {
    const bench = await aTextureBench();

    const plan = await bench.run('plan', '--dry-run', ...NOW);
    const first = await bench.runJson('tick', ...NOW);
    const again = await bench.runJson('tick', ...NOW);

    expect(plan.stdout).toContain(`home-texture/homes/${HOUSE_ID}`);
    expect(plan.stdout).toContain('2026-11-20T00:00:00-06:00');
    expect([first.status, first.problems]).toEqual([0, []]);
    expect(again.status).toBe(0);
    expect(bench.filesIn('outbox')).toHaveLength(2);
    expect(bench.filesIn('archive')).toContain(`reports/home-texture/homes/${HOUSE_ID}/daily/2026-11-20/r1/report.pdf`);
  });

  test('have the figures of the balance', async () => {
    const bench = await aTextureBench();

    const { status, problems } = await bench.runJson(
      ...['report', '--location', `home-texture/homes/${HOUSE_ID}`, '--period', '2026-11-19', '--no-mail', ...NOW],
    );

    expect([status, problems]).toEqual([0, []]);
    const file = path.join(
      bench.folder,
      `archive/reports/home-texture/homes/${HOUSE_ID}/daily/2026-11-19/r1/report.json`,
    );
    const { totals, coverage } = JSON.parse(readFileSync(file, 'utf8'));
    const inKWh = (watts: number) => expect.closeTo((watts * 24) / 1000, 6);
    expect(totals).toMatchObject({
      consumptionKWh: inKWh(1730 - 2100 + 3000 - 400),
      productionKWh: inKWh(3000),
      netGridKWh: inKWh(1730 - 2100),
      gridExportKWh: inKWh(2100 - 1730),
      gridImportKWh: 0,
      batteryKWh: inKWh(400),
      otherKWh: null,
    });
    expect(coverage).toBe(1);
  });

  test('go on for the other sites when the zone of one is not confirmed', async () => {
    const bench = await aTextureBench({ sites: { [HOUSE_ID]: { timeZone: 'America/Chicago' } } });

    const { status, problems } = await bench.runJson('tick', ...NOW);

    expect(status).toBe(1);
    expect(problems).toEqual([expect.stringContaining(`add "${CABIN_ID}": { "timeZone": "America/Chicago" }`)]);
    expect(bench.filesIn('outbox')).toHaveLength(1);
  });

  test('go to the customers of that very site, where a rule says so', async () => {
    const rule = { recipients: [], recipientsFromSource: [HOUSE_ID] };
    const bench = await aTextureBench({}, undefined, rule);

    const { status } = await bench.runJson('tick', ...NOW);

    const mails = bench.filesIn('outbox').map((file) => readFileSync(path.join(bench.folder, 'outbox', file), 'utf8'));
    expect(status).toBe(0);
    expect(mails.map((mail) => /^To: (.*)\r$/m.exec(mail)?.[1])).toEqual(['ada@example.com']);
  });

  test('say that the key is refused, and where it is', async () => {
    const bench = await aTextureBench({}, { METERPOST_HOME_TEXTURE_API_KEY: 'canary-wrong' });

    const { status, problems } = await bench.runJson('tick', ...NOW);

    expect(status).toBe(1);
    expect(problems.join('\n')).toContain('METERPOST_HOME_TEXTURE_API_KEY');
    expect(problems.join('\n')).not.toContain('canary');
  });
});
