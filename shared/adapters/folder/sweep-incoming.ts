import { readdir, stat, unlink } from 'node:fs/promises';
import path from 'node:path';

/** Nobody takes this long to write one file; whoever does writes it again. */
const ABANDONED_AFTER_MS = 3_600_000;
const swept = new Set<string>();

/**
 * Removes what killed writers left behind, once for each folder in the life of a process. Ages are told by the file
 * system's own clock, as the time of a file that was written just now.
 */
export async function sweepIncoming(incoming: string, writtenJustNow: string): Promise<void> {
  if (swept.has(incoming)) return;
  swept.add(incoming);
  try {
    await removeAbandoned(incoming, (await stat(writtenJustNow)).ctimeMs);
  } catch {
    // Others may be sweeping too, and what stays behind hurts nobody.
  }
}

/** Removes the files whose last change lies more than an hour before the present. */
export async function removeAbandoned(incoming: string, presentMs: number): Promise<void> {
  for (const name of await readdir(incoming)) {
    const file = path.join(incoming, name);
    if (presentMs - (await stat(file)).ctimeMs > ABANDONED_AFTER_MS) await unlink(file);
  }
}
