// Brings node_modules in line with package-lock.json, by npm, when it is not.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { withLock } from './install-lock.mjs';

export class InstallationError extends Error {
  name = 'InstallationError';
}

/** Installs what is missing; says so on stderr, as stdout belongs to the command that is about to run. */
export async function ensureInstalled(projectFolder) {
  if (isInstalled(projectFolder)) return;
  await withLock(path.join(projectFolder, '.installing'), say, async () => {
    // Another process may have done it while this one waited for the lock.
    if (isInstalled(projectFolder)) return;
    say('installing the packages of package-lock.json (once; about a minute) …');
    await runNpmCi(projectFolder);
  });
}

function say(text) {
  process.stderr.write(`meterpost: ${text}\n`);
}

/**
 * Compares package-lock.json with the list that npm keeps of what it installed, and writes only when it is done: an
 * installation that was cut short has no list. Optional packages are those of other platforms.
 */
function isInstalled(projectFolder) {
  const installed = packagesOf(path.join(projectFolder, 'node_modules', '.package-lock.json'));
  if (installed === undefined) return false;
  const wanted = packagesOf(path.join(projectFolder, 'package-lock.json'));
  if (wanted === undefined) {
    throw new InstallationError('package-lock.json is missing or is not JSON: get it back from the repository');
  }
  return Object.entries(wanted).every(([place, { version, integrity, optional, devOptional }]) => {
    const found = installed[place];
    if (place === '' || (found === undefined && (optional || devOptional))) return true;
    return found !== undefined && found.version === version && found.integrity === integrity;
  });
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

function runNpmCi(projectFolder) {
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  // npm names its own program to the scripts that it runs; a version that is not on the PATH is found that way.
  const npm = process.env.npm_execpath;
  const viaNode = npm !== undefined && /npm-cli\.c?js$/.test(npm);
  const [program, programArgs] = viaNode ? [process.execPath, [npm, ...args]] : ['npm', args];
  return new Promise((resolve, reject) => {
    const child = spawn(program, programArgs, {
      cwd: projectFolder,
      // Whatever npm says goes to stderr.
      stdio: ['ignore', 2, 2],
      shell: process.platform === 'win32' && !viaNode,
    });
    // An npm that outlives this process would still be writing when the next one begins.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => child.kill(signal));
    child.on('error', (error) => reject(new InstallationError(`npm could not be started: ${error.message}`)));
    child.on('close', (status) => {
      if (status === 0) resolve();
      else reject(new InstallationError('npm ci failed, see above: mend that, then run the same command again'));
    });
  });
}
