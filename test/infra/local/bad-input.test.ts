import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Fault } from '../../../infra/local/simulator/faults/fault.ts';
import { type CommandLine, createCommandLine } from '../../support/command-line.ts';
import { simulatedHouse } from './simulator/simulated-house.ts';

const NOW = '2026-10-20T13:00:00Z';
const PERIOD = '2026-10-19';
const BAD = 'house-bad';
const GOOD = 'house-good';
const A_MINUTE = 60_000;

const daily = (locations: readonly string[] | '*' = '*') => [
  { match: { source: 'curb', fleet: 'curb', locations }, kinds: ['daily'], recipients: ['owner@example.com'] },
];

let commandLine: CommandLine;
afterEach(() => commandLine.close());

async function start(faults: readonly Fault[], reports = daily()) {
  const locations = [BAD, GOOD].map((id, index) =>
    simulatedHouse({ id, label: `Place ${index}`, hubPrefix: String(index) }),
  );
  commandLine = await createCommandLine({
    fleets: [{ id: 'curb', locations }],
    faults,
    reports,
    nowMs: Date.parse('2026-10-21T00:00:00Z'),
  });
}

const madeFor = (id: string) => commandLine.archived().has(`reports/curb/curb/${id}/daily/${PERIOD}/r1/report.csv`);
const everything = (run: { stdout: string; stderr: string }) => run.stdout + run.stderr;

describe('trouble at one location', { timeout: A_MINUTE }, () => {
  const onlyBad = { location: BAD };
  it.each<[string, readonly Fault[]]>([
    ['an invalid time zone', [{ kind: 'time-zone', timeZone: 'Mars/Olympus', ...onlyBad }]],
    ['HTML instead of JSON', [{ kind: 'html', path: 'aggregate', ...onlyBad }]],
    ['a 200 MB body', [{ kind: 'huge-body', bytes: 200_000_000, path: 'historical', ...onlyBad }]],
    ['an empty body', [{ kind: 'empty-body', path: 'aggregate', ...onlyBad }]],
    ['an answer about another window', [{ kind: 'wrong-echo', shiftEndSeconds: 1, path: 'aggregate', ...onlyBad }]],
    ['another resolution', [{ kind: 'wrong-echo', resolution: 'h', path: 'historical', ...onlyBad }]],
    ['a number that no double holds', [{ kind: 'non-finite', field: 'kwh', path: 'aggregate', ...onlyBad }]],
    ['arrays of the wrong length', [{ kind: 'array-length', by: 1, path: 'historical', ...onlyBad }]],
    ['a server that gives up', [{ kind: 'status', status: 500, path: 'aggregate', ...onlyBad }]],
    ['a redirect elsewhere', [{ kind: 'redirect', to: 'https://elsewhere.example/', path: 'register', ...onlyBad }]],
  ])('%s: a clear error, and the others are served', async (_title, faults) => {
    await start(faults);
    const run = await commandLine.run(['tick', '--now', NOW]);

    expect(run.status).toBe(1);
    expect(run.stderr).toContain(BAD);
    expect(run.stderr).not.toMatch(/\n\s+at /);
    expect(madeFor(BAD)).toBe(false);
    expect(madeFor(GOOD)).toBe(true);
    expect(commandLine.mails()).toHaveLength(1);
    expect(everything(run)).not.toContain('canary-secret');
  });
});

describe('a list that cannot be trusted', { timeout: A_MINUTE }, () => {
  it('sends the token to nobody but its own origin', async () => {
    const seen: (string | undefined)[] = [];
    const stranger = createServer((request, response) => {
      seen.push(request.headers.authorization);
      response.end('{}');
    });
    await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void stranger.close());
    const origin = `http://127.0.0.1:${(stranger.address() as AddressInfo).port}`;
    await start([{ kind: 'next', mode: 'other-host', origin, path: /\/curb\/location$/ }]);

    const run = await commandLine.run(['tick', '--now', NOW]);

    expect(run.status).toBe(1);
    expect(run.stderr).toMatch(/list of locations|next/i);
    expect(seen).toEqual([]);
  });

  it('says so when the list breaks off', async () => {
    await start([{ kind: 'next', mode: 'loop', path: /\/curb\/location$/ }]);
    const run = await commandLine.run(['tick', '--now', NOW]);

    expect(run.status).toBe(1);
    expect(madeFor(GOOD)).toBe(true);
  });
});

describe('credentials and names', { timeout: A_MINUTE }, () => {
  it('says that the credentials are wrong, and which variables hold them', async () => {
    await start([]);
    const run = await commandLine.run(['tick', '--now', NOW], {
      environment: { METERPOST_CURB_CLIENT_SECRET: 'wrong-canary' },
    });

    expect(run.status).toBe(1);
    expect(run.stderr).toContain('METERPOST_CURB_CLIENT_SECRET');
    expect(everything(run)).not.toContain('wrong-canary');
    expect(commandLine.mails()).toEqual([]);
  });

  it('names an unknown location and serves the known one', async () => {
    await start([], daily([GOOD, 'nobody']));
    const run = await commandLine.run(['tick', '--now', NOW]);

    expect(run.status).toBe(1);
    expect(run.stderr).toContain('curb/curb/nobody');
    expect(madeFor(GOOD)).toBe(true);
  });

  it('lets no id write lines of its own, or move the cursor', async () => {
    const id = 'x\nmeterpost: all is well\u001b[2J\u009b31m\u202E';
    const renameFirst = (body: unknown) => {
      const [first] = (body as { results: object[] }).results;
      return {
        ...(body as object),
        results: [{ ...first, id, timezone: 'Mars' }, ...(body as { results: object[] }).results],
      };
    };
    await start([{ kind: 'edit', path: /\/curb\/location$/, edit: renameFirst }]);
    for (const flags of [[], ['--json']]) {
      const run = await commandLine.run(['tick', '--now', NOW, ...flags]);

      expect(run.status).toBe(1);
      expect(everything(run)).toContain('all is well');
      expect(everything(run)).not.toMatch(/^meterpost: all is well|(?!\n)\p{Cc}|\u202E/mu);
    }
    expect(madeFor(GOOD)).toBe(true);
  });

  it('makes a hostile label harmless everywhere', async () => {
    const label = `=HYPERLINK("http://evil.example")<script>alert(1)</script>\r\nBcc: x@evil.example ${'x'.repeat(5000)}`;
    await start([{ kind: 'label', label, of: 'location', location: BAD }]);
    const run = await commandLine.run(['tick', '--now', NOW]);

    expect(run.status).toBe(0);
    const csv = commandLine.archived().get(`reports/curb/curb/${BAD}/daily/${PERIOD}/r1/report.csv`) ?? '';
    expect(csv).not.toMatch(/(^|,)"?=HYPERLINK/m);
    expect(commandLine.mails().join(' ')).not.toContain('evil');
    expect(run.stderr).not.toContain('HYPERLINK');
  });
});
