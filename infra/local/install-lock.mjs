// Lets one process at a time install into a folder.
import { rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';

const HEARTBEAT_MS = 1_000;
/** A holder that was killed stops touching its lock; a machine that sleeps stops the clock of both. */
const ABANDONED_AFTER_MS = 10_000;

/** Runs the work while no other process runs work under the same lock file; a lock whose holder died is taken over. */
export async function withLock(lockFile, say, work) {
  let told = false;
  while (!tryToCreate(lockFile)) {
    if (!told) say('waiting for another installation in this folder to end …');
    told = true;
    if (ageMs(lockFile) > ABANDONED_AFTER_MS) rmSync(lockFile, { force: true });
    else await new Promise((resolve) => setTimeout(resolve, HEARTBEAT_MS / 4));
  }
  const heartbeat = setInterval(() => touch(lockFile), HEARTBEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    rmSync(lockFile, { force: true });
  }
}

function tryToCreate(lockFile) {
  try {
    writeFileSync(lockFile, `${process.pid}\n`, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Zero for a lock that is gone: the next attempt to create it decides. */
function ageMs(lockFile) {
  const modified = statSync(lockFile, { throwIfNoEntry: false })?.mtimeMs;
  return modified === undefined ? 0 : Date.now() - modified;
}

function touch(lockFile) {
  try {
    const now = new Date();
    utimesSync(lockFile, now, now);
  } catch {
    // Somebody removed it by hand; the work goes on all the same.
  }
}
