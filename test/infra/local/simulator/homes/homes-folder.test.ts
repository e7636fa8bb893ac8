import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { homesFolder } from '../../../../../infra/local/simulator/homes/homes-folder.ts';
import { simulatorFromFlags } from '../../../../../infra/local/simulator/simulator-from-flags.ts';
import { runSimulator } from '../simulator-client.ts';

const START = 1_466_985_600;

const SITE = {
  id: '11111111-2222-5333-8444-555555555555',
  name: 'test-home',
  label: 'Test home',
  timezone: 'Europe/Berlin',
  country: 'Germany',
  state: 'BW',
  first_local_day: '2016-06-27',
  file_interval_seconds: 300,
  file: 'w_5min.csv.gz',
};

const REGISTERS = [
  {
    id: 'r1',
    key: 'grid',
    label: 'Grid',
    number: 0,
    installation: 'hub1',
    grid: true,
    production: false,
    battery: false,
    circuit_type: 'main',
  },
  {
    id: 'r2',
    key: 'pv',
    label: 'Solar',
    number: 7,
    installation: 'hub1',
    grid: false,
    production: true,
    battery: false,
    circuit_type: 'production',
  },
];

const FIVE_MINUTES = `t,pv,grid,unused\n${START},-120.125,600,1\n${START + 300},,700,1\n${START + 900},-60,800.5,1\n`;

async function folder(homes: Record<string, Record<string, string | Uint8Array>>): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'homes-'));
  onTestFinished(() => rm(dir, { recursive: true }));
  for (const [name, files] of Object.entries(homes)) {
    await mkdir(join(dir, name), { recursive: true });
    for (const [file, content] of Object.entries(files)) await writeFile(join(dir, name, file), content);
  }
  return dir;
}

const home = (changes: { site?: object; registers?: object[]; csv?: string; file?: string } = {}) => ({
  'site.json': JSON.stringify({ ...SITE, ...changes.site }),
  'registers.json': JSON.stringify(changes.registers ?? REGISTERS),
  [changes.file ?? 'w_5min.csv.gz']: gzipSync(changes.csv ?? FIVE_MINUTES),
});

const window = (seconds: number) => `start_time=${START}&end_time=${START + seconds - 1}&resolution=5m`;

describe('a home folder', () => {
  it('is a location with the registers as they are described, completed to whole objects', async () => {
    const simulator = await runSimulator({ fleets: [await homesFolder(await folder({ '.': home() }))] });
    const [location] = (await simulator.get('/api/curb/location')).body.results;
    expect(location).toMatchObject({
      id: SITE.id,
      label: 'Test home',
      timezone: 'Europe/Berlin',
      country: 'DEU',
      state: 'BW',
    });
    const path = `/api/curb/location/${SITE.id}`;
    expect((await simulator.get(`${path}/metadata`)).body).toMatchObject({
      mains: true,
      production: true,
      battery: false,
      installations_count: 1,
    });
    const { results } = (await simulator.get(`${path}/register`)).body;
    expect(results).toMatchObject([
      {
        id: 'r1',
        label: 'Grid',
        circuit_type: 'main',
        grid: true,
        group: 0,
        channel: 0,
        installation: 'hub1',
        multiplier: 1,
      },
      {
        id: 'r2',
        label: 'Solar',
        circuit_type: 'production',
        production: true,
        group: 1,
        channel: 1,
        number: 7,
        inverted: false,
      },
    ]);
  });

  it('has samples by column name, exact to the milliwatt; an empty cell and an absent row are missing', async () => {
    const fleets = [await homesFolder(await folder({ '.': home() }))];
    const simulator = await runSimulator({ fleets, keepDecimals: true });
    const path = `/api/curb/location/${SITE.id}`;
    const { body } = await simulator.get(`${path}/historical?${window(1500)}`);
    expect(body.results).toEqual([
      { t: START, r: { w: [600, -120.125] } },
      { t: START + 300, r: { w: [700, null] } },
      { t: START + 900, r: { w: [800.5, -60] } },
    ]);
    const sums = (await simulator.get(`${path}/aggregate?${window(1500)}`)).body;
    expect(sums.samples_count).toBe(3);
    expect(sums.results.map(({ kwh }) => kwh)).toEqual([0.175041667, -0.015010417]);
  });

  it('may measure every minute', async () => {
    const csv = `t,grid,pv\n${START},600,\n${START + 120},900,-30\n${START + 660},60,0\n`;
    const site = { file: 'w_1min.csv.gz', file_interval_seconds: 60 };
    const dir = await folder({ '.': home({ site, csv, file: 'w_1min.csv.gz' }) });
    const simulator = await runSimulator({ fleets: await simulatorFromFlags({ dataDir: dir, clock: () => 0 }) });
    const { body } = await simulator.get(`/api/curb/location/${SITE.id}/historical?${window(900)}`);
    expect(body.results).toEqual([
      { t: START, r: { w: [750, -30] } },
      { t: START + 600, r: { w: [60, 0] } },
    ]);
    const sums = (await simulator.get(`/api/curb/location/${SITE.id}/aggregate?${window(900)}`)).body;
    expect(sums.results.map(({ kwh }) => kwh)).toEqual([0.026, -0.0005]);
  });

  it('is found without the name of its file', async () => {
    const site = { file: undefined, file_interval_seconds: undefined };
    const fleets = [await homesFolder(await folder({ '.': home({ site }) }))];
    const simulator = await runSimulator({ fleets });
    const { body } = await simulator.get(`/api/curb/location/${SITE.id}/aggregate?${window(300)}`);
    expect(body.results[0]?.sum).toBe(600);
  });
});

describe('a folder of homes', () => {
  it('is a fleet; hubs of one name get apart, others keep theirs', async () => {
    const second = { site: { id: '99999999-2222-5333-8444-555555555555' }, registers: [{ ...REGISTERS[0], id: 'x1' }] };
    const third = { site: { id: 'third' }, registers: [{ ...REGISTERS[0], id: 'y1', installation: 'cellar' }] };
    const dir = await folder({ a: home(), b: home(second), c: home(third), notes: { 'README.md': 'none' } });
    const simulator = await runSimulator({ fleets: [await homesFolder(dir)] });
    const hubs = (await simulator.get('/api/curb/installation')).body.results.map(({ hub }) => hub);
    expect(hubs).toEqual(['hub1-11111111', 'hub1-99999999', 'cellar']);
    const { body } = await simulator.get('/api/curb/installation/hub1-99999999/registers');
    expect(body.results.map(({ id }) => id)).toEqual(['x1']);
  });

  it('without any home is refused with what to do', async () => {
    const dir = await folder({ notes: { 'README.md': 'none' } });
    await expect(homesFolder(dir)).rejects.toThrow(/no home found.*site\.json/);
  });
});

describe('bad files', () => {
  it.each([
    ['a site without a zone', { site: { timezone: undefined } }, /site\.json: "timezone" must be a text/],
    [
      'a flag that is a text',
      { registers: [{ ...REGISTERS[0], grid: 'yes' }] },
      /registers\.json: "grid" must be true or false/,
    ],
  ])('%s is named at once', async (_, changes, message) => {
    await expect(homesFolder(await folder({ '.': home(changes) }))).rejects.toThrow(message);
  });

  it.each([
    ['a register without a column', { csv: `t,grid\n${START},1\n` }, /no column "pv"/],
    ['a stamp off the grid', { csv: `t,grid,pv\n${START + 1},1,2\n` }, /not a multiple of 300 seconds/],
    ['a power station', { csv: `t,grid,pv\n${START},3000000,2\n` }, /beyond what a hub can meter/],
  ])('%s is an answer of 500 that names it, and no figure', async (_, changes, message) => {
    const simulator = await runSimulator({ fleets: [await homesFolder(await folder({ '.': home(changes) }))] });
    const reply = await simulator.get(`/api/curb/location/${SITE.id}/aggregate?${window(300)}`);
    expect(reply).toMatchObject({ status: 500, body: { detail: expect.stringMatching(message) } });
  });
});
