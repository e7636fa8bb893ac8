import { readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { runCommandLine } from '../../../infra/local/command-line/run-command-line.ts';
import { ALL_COMMANDS } from '../../../infra/local/commands/all-commands.ts';
import type { Fault } from '../../../infra/local/simulator/faults/fault.ts';
import { CANARY, canaryHouse, TELLTALE, tracesIn } from '../../support/canaries.ts';
import { configurationFor, startFleet } from '../../support/fleet-on-loopback.ts';
import { SOURCE_CLIENT } from '../../support/source-client.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { capturedStream } from './captured-stream.ts';

const status = (code: number, where: string | RegExp): Fault => ({
  kind: 'status',
  status: code,
  body: TELLTALE,
  path: where,
});

const DAY = '2026-11-18';

/** What a fleet may answer that knows of whom it speaks; each is met by a run of its own. */
const TROUBLES: readonly (readonly [string, readonly Fault[]])[] = [
  ['nothing wrong', []],
  ['a refused token', [status(401, '/oauth/token')]],
  ['a token desk that fails', [status(500, '/oauth/token')]],
  ['a token that is a letter', [status(200, '/oauth/token')]],
  ['a refused list', [status(403, /\/curb\/location$/)]],
  ['a list that fails', [status(503, /\/curb\/location$/)]],
  ['a list that is a letter', [status(200, /\/curb\/location$/)]],
  ['a refused place', [status(401, 'aggregate')]],
  ['a place that fails', [status(500, 'historical')]],
  ['a place that is a letter', [status(200, 'register')]],
  ['a redirect', [{ kind: 'redirect', to: `https://x.example/?${CANARY.owner}`, path: 'aggregate' }]],
  [
    'a letter for a row',
    [{ kind: 'edit', path: 'aggregate', edit: (body) => ({ ...(body as object), results: [TELLTALE] }) }],
  ],
];

/** A folder with a configuration for one house of canaries; the commands run in this process. */
async function aFolder(faults: readonly Fault[]) {
  const folder = await temporaryFolder();
  const fleet = await startFleet([{ id: 'curb', locations: [canaryHouse('a')] }]);
  onTestFinished(() => fleet.close());
  fleet.setFaults(faults);
  const [rule] = configurationFor(fleet, ['curb']).reports;
  const configuration = configurationFor(fleet, ['curb'], {
    reports: [{ ...rule, kinds: ['daily'], recipients: [CANARY.owner] }],
  });
  await writeFile(path.join(folder, 'meterpost.config.json'), JSON.stringify(configuration));
  const environment = {
    METERPOST_CURB_CLIENT_ID: SOURCE_CLIENT.clientId,
    METERPOST_CURB_CLIENT_SECRET: SOURCE_CLIENT.clientSecret,
  };
  const run = async (...args: string[]) => {
    const [stdout, stderr] = [capturedStream(), capturedStream()];
    const surroundings = { workingFolder: folder, environment, untilInterrupted: async () => {} };
    const streams = { stdout: stdout.stream, stderr: stderr.stream };
    const code = await runCommandLine(args, ALL_COMMANDS, { ...surroundings, ...streams });
    return { code, stdout: stdout.text(), stderr: stderr.text() };
  };
  const files = () =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
  return { folder, run, files };
}

describe('what the commands print, and what their files are called', () => {
  it.each(TROUBLES)('names neither a person nor an address nor a key, with %s', async (_, faults) => {
    const { folder, run, files } = await aFolder(faults);
    const tick = await run('tick');
    const mails = files().filter((file) => file.endsWith('.eml'));
    const others = [
      await run('report', '--location', 'curb/curb/a', '--period', DAY),
      await run('plan'),
      await run('status', '--json'),
      await run('why', 'curb/curb/a', DAY, '--json'),
    ];

    // The place's own label stands in the tables of those who run it for its owner, and whom a plan would mail to in the plan.
    const shown = [tick, ...others].map(({ stdout, stderr }) => stdout + stderr).join('\n');
    const plain = [CANARY.label, CANARY.owner, folder].reduce((text, known) => text.replaceAll(known, ''), shown);
    expect(tracesIn(plain)).toEqual([]);
    expect(
      tracesIn(
        [tick, ...others]
          .map(({ stderr }) => stderr)
          .join('\n')
          .replaceAll(folder, ''),
      ),
    ).toEqual([]);
    expect(tracesIn(files().join('\n'))).toEqual([]);
    const ledger = files().filter((file) => file.startsWith('archive/ledger/') && !file.endsWith('/snapshot'));
    expect(tracesIn(ledger.map((file) => readFileSync(path.join(folder, file), 'utf8')).join('\n'))).toEqual([]);

    const isWell = faults.length === 0;
    expect(tick.code).toBe(isWell ? 0 : 1);
    expect(mails).toHaveLength(isWell ? 1 : 0);
  });
});
