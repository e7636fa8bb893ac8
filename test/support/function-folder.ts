import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { DeployedFunction } from './lambda-host.ts';

const PROJECT = path.resolve(import.meta.dirname, '../..');

export type FunctionName = 'plan-reports' | 'make-report' | 'record-mail-event';

/** Lays a function out as a bundle would, its sources as they are; the fonts lie beside the one that prints. */
export function layFunction(
  name: FunctionName,
  folder: string,
  environment: Readonly<Record<string, string>>,
): DeployedFunction {
  const root = path.join(folder, name);
  mkdirSync(root);
  const entry = path.join(PROJECT, 'functions', name, 'entry.ts');
  writeFileSync(path.join(root, 'index.mjs'), `export { handler } from ${JSON.stringify(entry)};\n`);
  if (name === 'make-report') {
    const cutFonts = path.join(PROJECT, 'functions/make-report/cut-fonts.ts');
    execFileSync(process.execPath, [cutFonts, path.join(root, 'fonts')]);
  }
  return { name, folder: root, handler: 'index.handler', timeoutSeconds: 300, memoryMB: 1024, environment };
}
