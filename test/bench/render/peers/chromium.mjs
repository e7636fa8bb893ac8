import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { htmlOf } from './html-of.mjs';

const BINARIES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const TICKS_PER_SECOND = 100;

/** Where Chromium is; undefined where it, or the accounts of CPU time that Linux keeps, are missing. */
export const chromiumBinary = () =>
  existsSync('/proc/self/stat') ? BINARIES.find((binary) => existsSync(binary)) : undefined;

/** A browser that is kept alive, told by its own protocol what to print. */
export async function create(binary, fonts) {
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-chromium-'));
  const file = path.join(folder, 'report.html');
  const browser = spawn(
    binary,
    [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--remote-debugging-pipe',
      '--allow-file-access-from-files',
      `--user-data-dir=${folder}`,
    ],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
  );
  const send = connect(browser.stdio[3], browser.stdio[4]);
  const { targetId } = await send('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
  await send('Page.enable', {}, sessionId);
  return {
    othersCpuMs: () => cpuMsBelow(browser.pid),
    async draw(content) {
      await writeFile(file, htmlOf(content, fonts));
      const loaded = send.once('Page.loadEventFired');
      await send('Page.navigate', { url: pathToFileURL(file).href }, sessionId);
      await loaded;
      await send(
        'Runtime.evaluate',
        { expression: 'document.fonts.ready.then(() => 1)', awaitPromise: true },
        sessionId,
      );
      const { data } = await send('Page.printToPDF', { preferCSSPageSize: true, printBackground: true }, sessionId);
      return Buffer.from(data, 'base64');
    },
    async close() {
      browser.kill();
      await new Promise((resolve) => browser.once('exit', resolve));
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Commands and answers are JSON with a zero byte behind each. */
function connect(commands, answers) {
  const waiting = new Map();
  const listeners = new Map();
  let last = 0;
  let pending = '';
  answers.setEncoding('utf8');
  answers.on('data', (chunk) => {
    const messages = (pending + chunk).split('\0');
    pending = messages.pop();
    for (const { id, method, result, error } of messages.map((message) => JSON.parse(message))) {
      if (method !== undefined) listeners.get(method)?.();
      else if (error === undefined) waiting.get(id)?.resolve(result);
      else waiting.get(id)?.reject(new Error(error.message));
      waiting.delete(id);
    }
  });
  const send = (method, params, sessionId) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      commands.write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`);
    });
  send.once = (method) => new Promise((resolve) => listeners.set(method, resolve));
  return send;
}

/** CPU time of a process, of all below it, and of those that have ended. */
function cpuMsBelow(pid) {
  const processes = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => statOf(name));
  const below = new Set([pid]);
  for (let found = 0; found < below.size; ) {
    found = below.size;
    for (const { id, parent } of processes) if (below.has(parent)) below.add(id);
  }
  const ticks = processes.filter(({ id }) => below.has(id)).reduce((sum, { cpuTicks }) => sum + cpuTicks, 0);
  return (ticks * 1000) / TICKS_PER_SECOND;
}

function statOf(name) {
  try {
    const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // User and system time of its own and of children that it has waited for (proc(5)).
    const cpuTicks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    return [{ id: Number(name), parent: Number(fields[1]), cpuTicks }];
  } catch {
    return [];
  }
}
