#!/usr/bin/env node
// Starts a program of this project under the Node.js that the project brings along, whatever Node.js started this file.
// It is plain JavaScript for that reason: an older Node.js has to be able to read it.
//
//   node infra/local/launch.mjs COMMAND …            meterpost's command line
//   node infra/local/launch.mjs --run FILE …         any other program
import { spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled, InstallationError } from './installation.mjs';

const projectFolder = path.resolve(path.dirname(realpathSync(fileURLToPath(import.meta.url))), '../..');
const REQUIRED_MAJOR = 24;

/** The project's own Node.js; on a platform that it has no binary for, the running one where that is new enough. */
function findNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const binary = path.join(projectFolder, 'node_modules', 'node', 'bin', name);
  if (existsSync(binary)) return binary;
  if (Number(process.versions.node.split('.')[0]) >= REQUIRED_MAJOR) return process.execPath;
  throw new InstallationError(
    `npm has put no Node.js ${REQUIRED_MAJOR} for ${process.platform}-${process.arch} into node_modules. Where install scripts are switched off, run \`npm rebuild node --ignore-scripts=false\`; otherwise start this with Node.js ${REQUIRED_MAJOR} or later`,
  );
}

function programOf(args) {
  if (args[0] === '--run') return args.slice(1);
  return [path.join(projectFolder, 'infra', 'local', 'cli.ts'), ...args];
}

/** Runs the program in this process's place: its streams, its signals, its exit status. */
function run(node, args) {
  const child = spawn(node, args, { stdio: 'inherit', env: { ...process.env, TZ: 'UTC' } });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => fail(`${node} could not be started: ${error.message}`));
  child.on('exit', (status, signal) => {
    if (signal === null) {
      process.exitCode = status;
      return;
    }
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

function fail(problem) {
  process.stderr.write(`meterpost: ${problem}\n`);
  process.exitCode = 1;
}

try {
  await ensureInstalled(projectFolder);
  run(findNode(), programOf(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof InstallationError)) throw error;
  fail(error.message);
}
