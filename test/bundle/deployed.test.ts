import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { homesFolder } from '../../infra/local/simulator/homes/homes-folder.ts';
import type { SimulatedFleet } from '../../infra/local/simulator/simulated-fleet.ts';
import { siteOfPlace } from '../../infra/local/simulator/texture/site-of-place.ts';
import { startTextureSimulator } from '../../infra/local/simulator/texture/start-texture-simulator.ts';
import { simulatedHouse } from '../infra/local/simulator/simulated-house.ts';
import { elementsOf, readPdf } from '../rendering/pdf/read-pdf.ts';
import { type AwsHost, openAwsHost } from '../support/aws-host.ts';
import { readCsvRecords } from '../support/csv-reader.ts';
import { storeConfiguration } from '../support/fleet-on-loopback.ts';
import { aPng } from '../support/logos.ts';
import { MEASURED_HOMES, measuredHomes } from '../support/measured-homes.ts';
import { PROJECT_FOLDER, type SynthesisedStack, synthesise } from '../support/synthesised-stack.ts';
import { makeFolder, removeFolder } from '../support/temporary-folder.ts';
import { assetOf, codeFilesIn, packagesIn } from './asset.ts';
import { filesOfLocalHost } from './local-twin.ts';

const HOUSE = simulatedHouse({ label: 'Canary House' });
const FLEET: SimulatedFleet = { id: 'curb', locations: [HOUSE] };
const LOCATION = `curb/curb/${HOUSE.location.id}`;

let folder: string;
let stack: SynthesisedStack;

beforeAll(async () => {
  folder = await makeFolder();
  const settings = path.join(folder, 'deploy.json');
  writeFileSync(settings, exampleSettings());
  stack = await synthesise(path.join(folder, 'cdk.out'), { settings });
}, 120_000);
afterAll(() => removeFolder(folder));

/** What README.md tells people to begin with. */
function exampleSettings(): string {
  const readme = readFileSync(path.join(PROJECT_FOLDER, 'README.md'), 'utf8');
  const example = /in a file such as `deploy\.json`:\s+```json\n([^`]+)```/.exec(readme)?.[1];
  if (example === undefined) throw new Error('README.md has no example of deploy.json any more');
  return example;
}

async function anAwsHost(fleets: readonly SimulatedFleet[] = [FLEET]): Promise<AwsHost> {
  const host = await openAwsHost(stack, fleets);
  onTestFinished(() => host.close());
  return host;
}

describe('synthesis', () => {
  it('works without a network, with the settings that README.md gives, and finds nothing to complain of', () => {
    const report = JSON.parse(readFileSync(path.join(stack.folder, 'validation-report.json'), 'utf8'));

    expect(report.pluginReports).toEqual([]);
  });

  it('fails with every fault listed when the settings are wrong', async () => {
    const wrong = path.join(folder, 'wrong.json');
    writeFileSync(wrong, '{ "sources": [], "maximumConcurrency": 1, "senderAdress": "reports@example.com" }');

    const failure = await synthesise(path.join(folder, 'nothing'), { settings: wrong }).catch((error) => error);

    for (const line of [
      'senderAddress: is missing',
      'sources: names no source',
      'maximumConcurrency: is less than 2',
    ]) {
      expect(failure.stderr).toContain(`\n  ${line}`);
    }
    expect(failure.stderr).toContain('\n  senderAdress: is no setting');
    expect(failure.stderr).not.toContain('    at ');
    expect(existsSync(path.join(folder, 'nothing/meterpost.template.json'))).toBe(false);
  }, 60_000);
});

describe('a bundle', () => {
  it.each([
    [
      'PlanReports',
      900_000,
      ['undici', 'zod', '@aws-sdk/client-sqs'],
      ['pdfkit', 'fontkit', 'nodemailer', '@aws-sdk/client-ses', 'csv-stringify'],
    ],
    ['MakeReport', 1_400_000, ['undici', 'zod', 'pdfkit', 'nodemailer', '@aws-sdk/client-ses'], ['brotli', 'fontkit']],
    [
      'RecordMailEvent',
      450_000,
      ['zod', '@aws-sdk/client-s3'],
      ['undici', 'pdfkit', 'nodemailer', '@aws-sdk/client-ses', '@aws-sdk/client-secrets-manager'],
    ],
  ] as const)('holds what its function needs and nothing else: %s', (name, mostBytes, has, hasNot) => {
    const asset = assetOf(stack, name);
    const code = codeFilesIn(asset);
    const packages = packagesIn(code);

    for (const one of has) expect(packages).toContain(one);
    for (const one of [...hasNot, 'aws-cdk-lib', 'vitest', 'fast-check']) expect(packages).not.toContain(one);
    expect(code.reduce((sum, file) => sum + statSync(file).size, 0)).toBeLessThan(mostBytes);
    expect(existsSync(path.join(asset, 'fonts/DejaVuSansCondensed.ttf'))).toBe(name === 'MakeReport');
    expect(existsSync(path.join(asset, 'fonts/fontkit.cjs'))).toBe(name === 'MakeReport');
    expect(existsSync(path.join(asset, 'fonts/LICENSE'))).toBe(name === 'MakeReport');
  });
});

describe('a tick', () => {
  let host: AwsHost;
  beforeAll(async () => {
    host = await openAwsHost(stack, [FLEET]);
    expect(await host.tick()).toMatchObject({ due: 2, problems: [] });
  }, 60_000);
  afterAll(() => host.close());

  it('ends in files in the archive, and one mail to each reader with these very files', async () => {
    const { sent } = host.deployed.standIn.ses;
    const reports = sent.map(({ tags }) => ({ kind: tags['kind'] ?? '', period: tags['period'] ?? '' }));
    expect(reports.map(({ kind }) => kind).sort()).toEqual(['daily', 'monthly']);
    const archive = host.archive();
    for (const [index, { kind, period }] of reports.entries()) {
      const files = ['pdf', 'csv', 'json'].map((format) => `reports/${LOCATION}/${kind}/${period}/r1/report.${format}`);
      expect([...archive.keys()]).toEqual(expect.arrayContaining(files));
      const mail = await PostalMime.parse(sent[index]?.raw ?? '');
      expect(sent[index]).toMatchObject({ source: 'reports@example.com', destinations: ['owner@example.com'] });
      const attached = mail.attachments.map(({ content }) => Buffer.from(content as ArrayBuffer));
      expect(attached.map((bytes) => files.find((key) => bytes.equals(archive.get(key) ?? Buffer.alloc(0))))).toEqual(
        files.slice(0, 2),
      );
    }
  });

  it('ends in a ledger that knows all of it; another tick adds nothing', async () => {
    const archive = [...host.archive().keys()];
    // What a tick leaves to the next one, to ask less, says nothing of a report.
    const entries = () => [...host.ledger().keys()].filter((key) => !key.includes('/control/planning/'));
    const ledger = entries();
    for (const entry of ['/r1/snapshot', '/claim-1', '/sent-1']) {
      expect(
        ledger.filter((key) => key.endsWith(entry)),
        entry,
      ).toHaveLength(2);
    }
    expect(ledger.filter((key) => key.includes('/finished/'))).toHaveLength(2);

    expect(await host.tick()).toMatchObject({ due: 0 });
    expect(entries()).toEqual(ledger);
    expect([...host.archive().keys()]).toEqual(archive);
    expect(host.deployed.standIn.ses.sent).toHaveLength(2);
  }, 60_000);

  it('makes the very bytes that this machine makes of the same snapshot', async () => {
    const local = await filesOfLocalHost(host, LOCATION);

    const reports = [...host.archive()].filter(([key]) => key.startsWith('reports/'));
    expect(reports).toHaveLength(6);
    for (const [key, bytes] of reports) expect(Buffer.from(local.get(key) ?? '').equals(bytes), key).toBe(true);
  }, 60_000);

  it('takes less than six tenths of the memory that its function has', () => {
    expect(host.make.peakMemoryMB() ?? 0).toBeLessThan(0.6 * 640);
  });

  it('prints and sends neither a name nor an address nor a secret', async () => {
    await host.make.invoke({ location: LOCATION, period: 'canary@example.com' });

    expect(host.output()).toContain('"outcome":"mailed"');
    expect(host.output()).not.toMatch(/canary|@example\.com|Example Lane|78704|Bearer/i);
    const keys = [...host.archive().keys(), ...host.ledger().keys()].join('\n');
    expect(keys).not.toMatch(/canary|@|Lane/i);
  });
});

describe('a tick that meets trouble', () => {
  it('finds out from the word of SES that a mail went out whose answer was lost', async () => {
    const host = await anAwsHost();
    const { faults, ses } = host.deployed.standIn;
    faults.add({ service: 'ses', operation: 'SendRawEmail', kind: 'reset', at: 'after', times: 2 });

    await host.tick();
    expect([...host.ledger().keys()].filter((key) => /sent-1|finished/.test(key))).toEqual([]);
    expect(await host.tick()).toMatchObject({ due: 2 });

    expect(ses.sent).toHaveLength(2);
    expect([...host.ledger().keys()].filter((key) => key.includes('/finished/'))).toHaveLength(2);
  }, 60_000);

  it('goes on as soon as somebody has put the right credentials into the secret', async () => {
    const host = await anAwsHost();
    const { secrets } = host.deployed.standIn;
    const name = host.deployed.nameOf('Credentialscurb');
    const right = secrets.read(name, 'AWSCURRENT').text;
    secrets.put(name, '{"clientId":"client","clientSecret":"canary-old"}');
    expect(await host.tick()).toMatchObject({ due: 0, problems: [{ code: 'SourceAccessError' }] });

    secrets.put(name, right);

    expect(await host.tick()).toMatchObject({ due: 2, problems: [] });
    expect(host.deployed.standIn.ses.sent).toHaveLength(2);
  }, 60_000);
});

describe('a request on demand', () => {
  it('has the logo that lies beside the configuration, and keeps it for later', async () => {
    const host = await anAwsHost();
    const bytes = aPng();
    const branded = { ...host.configuration, defaults: { branding: { logo: 'logo.png' } } };
    storeConfiguration(host.deployed, branded, new Map([['logo.png', bytes]]));

    const { answer } = await host.make.invoke({ location: LOCATION, period: '2026-09', mail: false });

    const archive = host.archive();
    expect(archive.get(`branding/v1/${createHash('sha256').update(bytes).digest('hex')}`)).toEqual(
      Uint8Array.from(bytes),
    );
    const pdf = await readPdf(archive.get((answer as { keys: string[] }).keys[0] ?? '') ?? Buffer.alloc(0), {
      structure: true,
    });
    expect(elementsOf(pdf).find(({ role }) => role === 'Figure')).toMatchObject({ alt: 'Example Energy' });
  }, 60_000);

  it('is made without a mail, and refused when it brings an address', async () => {
    const host = await anAwsHost();
    const request = { location: LOCATION, period: '2026-09' };

    const { answer } = await host.make.invoke({ ...request, mail: false });
    const { error } = await host.make.invoke({ ...request, to: 'canary@example.com', cc: [], recipients: [] });

    expect(answer).toMatchObject({
      outcome: 'archived',
      keys: ['pdf', 'csv', 'json'].map((format) => `reports/${LOCATION}/monthly/2026-09/r1/report.${format}`),
    });
    expect([...host.archive().keys()]).toEqual(expect.arrayContaining((answer as { keys: string[] }).keys));
    expect(error).toMatchObject({ errorType: 'EventError' });
    for (const key of ['"to"', '"cc"', '"recipients"']) expect(error?.errorMessage).toContain(`${key}: is not taken`);
    expect(error?.errorMessage).not.toContain('canary');
    expect(host.deployed.standIn.ses.sent).toEqual([]);
  }, 60_000);
});

describe('a source that a key opens', () => {
  it('has the reports of its sites made and mailed by the same functions', async () => {
    const host = await anAwsHost();
    const { deployed } = host;
    const site = siteOfPlace(HOUSE);
    const workspace = await startTextureSimulator({
      workspace: { sites: [site], customers: [] },
      apiKey: 'canary-key',
      clock: Date.now,
    });
    onTestFinished(() => workspace.close());
    deployed.standIn.secrets.put(deployed.nameOf('Credentialscurb'), '{"apiKey":"canary-key"}');
    const sites = { [site.site.id]: { timeZone: 'America/Chicago' } };
    storeConfiguration(deployed, {
      ...host.configuration,
      // At the API's own pace, a month with what it is compared with would take minutes.
      sources: {
        curb: { kind: 'texture', apiOrigin: workspace.origin, fleets: ['curb'], sites, requestsPerMinute: 100_000 },
      },
    });

    expect(await host.tick()).toMatchObject({ due: 2, problems: [] });

    expect(deployed.standIn.ses.sent).toHaveLength(2);
    const data = [...host.archive()].find(([key]) => key.includes(`/${site.site.id}/daily/`) && key.endsWith('.json'));
    const { totals, coverage } = JSON.parse(Buffer.from(data?.[1] ?? '').toString());
    // 1730 W by the mains and 900 W of solar behind them, less 400 W into the battery.
    expect(totals.consumptionKWh).toBeCloseTo((1730 + 900 - 400) * 0.024, 6);
    expect(coverage).toBe(1);
    expect(host.output()).not.toContain('canary');
  }, 60_000);
});

const homes = measuredHomes();
describe.skipIf(homes.length === 0)(
  homes.length > 0 ? 'reports of measured homes' : `skipped: no folder ${MEASURED_HOMES}; METERPOST_HOMES may name one`,
  () => {
    it('come to the totals that somebody else computed', async () => {
      const home = homes.find(({ name }) => name.startsWith('de-')) ?? homes[0];
      const host = await anAwsHost([await homesFolder(MEASURED_HOMES)]);
      const days = home?.expectedDays().filter((day) => day['date']?.startsWith('2016-03')) ?? [];

      const { answer } = await host.make.invoke({ location: `curb/curb/${home?.id}`, period: '2016-03', mail: false });

      const [, csvKey = ''] = (answer as { keys: string[] }).keys;
      const rows = readCsvRecords(
        Buffer.from(host.archive().get(csvKey) ?? '')
          .toString('utf8')
          .replace(/^\uFEFF/, ''),
      );
      expect(days.length).toBe(31);
      for (const day of days) {
        const total = rows.find((row) => row['date'] === day['date'] && row['role'] === 'consumption');
        expect(Math.abs(Number(total?.['energy_kwh']) - Number(day['consumption_kwh'])), day['date']).toBeLessThan(
          0.15,
        );
      }
    }, 60_000);
  },
);
