import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';

const FOLDER = path.resolve(import.meta.dirname, '../results');

/** Writes what a bench measured, with the machine that it ran on, as JSON; the file's path from the project's folder. */
export function writeResult(bench: string, result: Readonly<Record<string, unknown>>): string {
  mkdirSync(FOLDER, { recursive: true });
  const machine = {
    node: process.version,
    platform: `${process.platform}-${process.arch}`,
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
  };
  const file = path.join(FOLDER, `${bench}.json`);
  const measuredAt = new Date().toISOString();
  writeFileSync(file, `${JSON.stringify({ bench, measuredAt, machine, ...result }, null, 2)}\n`);
  return path.relative(path.resolve(import.meta.dirname, '../../..'), file);
}
