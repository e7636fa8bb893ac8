import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { beforeEach, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const SOURCE = path.resolve(import.meta.dirname, '../../../infra/local');
const PACKAGES = {
  '': { name: 'project' },
  'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
  'node_modules/a-for-another-platform': { version: '1.0.0', integrity: 'sha512-b', optional: true },
};

/** Stands in for npm: notes that it was called, takes a while, and leaves what npm leaves, or fails. */
const NPM = `
const { appendFileSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } = require('node:fs');
appendFileSync('npm-calls', process.argv.slice(2).join(' ') + '\\n');
console.log('npm says something on stdout');
setTimeout(() => {
  if (process.env.NPM_FAILS) {
    console.error('npm error: no network');
    process.exit(1);
  }
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  delete lock.packages['node_modules/a-for-another-platform'];
  mkdirSync('node_modules/node/bin', { recursive: true });
  try { symlinkSync(process.env.REAL_NODE, 'node_modules/node/bin/node'); } catch {}
  writeFileSync('node_modules/.package-lock.json', JSON.stringify(lock));
}, Number(process.env.NPM_TAKES_MS ?? 10));
`;

const CLI = `
const args: string[] = process.argv.slice(2);
if (args[0] === 'wait') {
  console.log('waiting');
  setTimeout(() => {}, 60_000);
} else {
  console.log(JSON.stringify({ args, timeZone: process.env['TZ'] }));
  process.exitCode = args[0] === 'fail' ? 2 : 0;
}
`;

let project: string;
beforeEach(async () => {
  project = await temporaryFolder();
  await cp(SOURCE, path.join(project, 'infra/local'), {
    recursive: true,
    filter: (file) => !/simulator|aws-stand-in|command/.test(file),
  });
  await writeFile(path.join(project, 'infra/local/cli.ts'), CLI);
  await writeFile(path.join(project, 'npm-cli.cjs'), NPM);
  await writeLock(PACKAGES);
});

const writeLock = (packages: object) =>
  writeFile(path.join(project, 'package-lock.json'), JSON.stringify({ lockfileVersion: 3, packages }));

function start(args: readonly string[], environment: Record<string, string> = {}) {
  const env = {
    PATH: process.env['PATH'] ?? '',
    TZ: 'America/New_York',
    REAL_NODE: process.execPath,
    npm_execpath: path.join(project, 'npm-cli.cjs'),
    ...environment,
  };
  return spawn(process.execPath, [path.join(project, 'infra/local/launch.mjs'), ...args], { env, cwd: project });
}

async function launch(args: readonly string[], environment?: Record<string, string>) {
  const child = start(args, environment);
  const [stdout, stderr, [status, signal]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ]);
  return { stdout, stderr, status, signal };
}

const npmCalls = async () =>
  (await readFile(path.join(project, 'npm-calls'), 'utf8').catch(() => '')).split('\n').filter(Boolean);

describe('the launcher', () => {
  test('installs what is missing, once, and keeps stdout for the command', async () => {
    const first = await launch(['status', '--json']);
    const second = await launch(['status', '--json']);

    expect(first.stdout).toBe('{"args":["status","--json"],"timeZone":"UTC"}\n');
    expect(first.stderr).toMatch(/^meterpost: installing .*\nnpm says something on stdout\n$/);
    expect(second).toEqual({ stdout: first.stdout, stderr: '', status: 0, signal: null });
    expect(await npmCalls()).toEqual([expect.stringMatching(/^ci /)]);
  });

  test('passes the exit status on', async () => {
    expect((await launch(['fail'])).status).toBe(2);
  });

  test('passes a signal on, and ends as its program ends', async () => {
    await launch(['status']);
    const child = start(['wait']);
    await once(child.stdout, 'data');

    child.kill('SIGTERM');

    expect(await once(child, 'exit')).toEqual([null, 'SIGTERM']);
  });

  test('runs any other program of the project too', async () => {
    await writeFile(path.join(project, 'other.mjs'), 'console.log(process.argv.slice(2).join())');

    expect((await launch(['--run', 'other.mjs', 'a', '--b'])).stdout).toBe('a,--b\n');
  });

  test.each([
    ['a package has another version', { 'node_modules/a': { version: '1.0.1', integrity: 'sha512-a' } }],
    ['a package has another content', { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-c' } }],
    ['a package came along', { 'node_modules/b': { version: '1.0.0', integrity: 'sha512-d' } }],
  ])('installs again when %s', async (_title, changed) => {
    await launch(['status']);
    await writeLock({ ...PACKAGES, ...changed });
    await launch(['status']);
    await launch(['status']);

    expect(await npmCalls()).toHaveLength(2);
  });

  test('installs again after an installation that was cut short', async () => {
    await launch(['status']);
    await rm(path.join(project, 'node_modules/.package-lock.json'));

    expect((await launch(['status'])).status).toBe(0);
    expect(await npmCalls()).toHaveLength(2);
  });

  test('lets one of several processes install, and the others wait for it', async () => {
    const runs = await Promise.all(['a', 'b', 'c'].map((name) => launch([name], { NPM_TAKES_MS: '500' })));

    expect(runs.map(({ status }) => status)).toEqual([0, 0, 0]);
    expect(await npmCalls()).toHaveLength(1);
  });

  test('takes over from a process that was killed while it installed', async () => {
    const lockFile = path.join(project, '.installing');
    await writeFile(lockFile, '1\n');
    await utimes(lockFile, 0, 0);

    expect((await launch(['status'])).status).toBe(0);
  });

  test('says what npm says when it fails, and leaves the way free for the next try', async () => {
    const failed = await launch(['status'], { NPM_FAILS: 'yes' });

    expect(failed).toMatchObject({ status: 1, stdout: '' });
    expect(failed.stderr).toMatch(/npm error: no network\nmeterpost: npm ci failed, see above/);
    expect((await launch(['status'])).status).toBe(0);
  });

  test('says so when there is no npm', async () => {
    const failed = await launch(['status'], { npm_execpath: '', PATH: path.join(project, 'nothing') });

    expect(failed).toMatchObject({ status: 1, stdout: '' });
    expect(failed.stderr).toContain('meterpost: npm could not be started');
  });

  test('asks for a lock file that can be read', async () => {
    await mkdir(path.join(project, 'node_modules'), { recursive: true });
    await writeFile(path.join(project, 'node_modules/.package-lock.json'), '{"packages":{}}');
    await writeFile(path.join(project, 'package-lock.json'), '{');

    expect((await launch(['status'])).stderr).toMatch(/^meterpost: package-lock.json is missing or is not JSON/);
  });
});
