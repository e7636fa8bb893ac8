import { realpathSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Plugin } from 'esbuild';
import { PROJECT_FOLDER } from './project-folder.ts';
import { prunableSchemas } from './prunable-schemas.ts';

const PACKAGES = path.join(PROJECT_FOLDER, 'node_modules');

const DECLARATION = /^(?:export |module\.|async |function |class |const |let |var )/;

/** A map that says of a file's declarations what the file is called, and nothing else. */
const nameOnly = (file: string, text: string): string => {
  const mappings = text.split('\n').map((line) => (DECLARATION.test(line) ? 'AAAA' : ''));
  const map = { version: 3, sources: [path.basename(file)], names: [], mappings: mappings.join(';') };
  return `\n//# sourceMappingURL=data:application/json;base64,${Buffer.from(JSON.stringify(map)).toString('base64')}`;
};

/** What packages import late where nobody here comes to: the parser of browsers' names, streams of events. */
const NEVER_IMPORTED: readonly string[] = ['bowser', '@smithy/core/event-streams'];

/** With what packages import late in its place: the modules of Node.js, which are there, or a word that something is not. */
const withoutLateImports = (text: string): string =>
  text.replaceAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/g, (imported, name: string) => {
    if (name.startsWith('node:')) return `Promise.resolve(process.getBuiltinModule('${name}'))`;
    if (!NEVER_IMPORTED.includes(name)) return imported;
    return `Promise.reject(new Error('${name} is not in the bundle.'))`;
  });

export interface PackageFilesOptions {
  /** Files below node_modules, each with the file of this folder that stands in for it. */
  readonly standIns: Readonly<Record<string, string>>;
  /** Files below node_modules whose exports throw what is said here. */
  readonly refused: Readonly<Record<string, string>>;
  /** Files below node_modules that hold plain data, each with those of its members that are asked for. */
  readonly members: Readonly<Record<string, readonly string[]>>;
}

/**
 * Reads the packages' files: some are stood in for, the tables of the AWS clients can be cut, and in source maps each file has
 * its name only. Node.js reads a map whole before a function starts; with every line of every package it would take longer
 * than the function.
 *
 * @throws where a file that is stood in for is not there any more, or has not the members that are asked for
 */
export function packageFiles({ standIns, refused, members }: PackageFilesOptions): Plugin {
  const replaced = byRealPath(standIns);
  const refusals = byRealPath(refused);
  const reduced = byRealPath(members);
  return {
    name: 'files of packages',
    setup(build) {
      build.onLoad({ filter: /[\\/]node_modules[\\/].*\.(?:[cm]?js|json)$/ }, async ({ path: file }) => {
        const standIn = replaced.get(file);
        if (standIn !== undefined) {
          return { contents: await readFile(path.join(import.meta.dirname, standIn), 'utf8'), loader: 'ts' };
        }
        const kept = reduced.get(file);
        if (kept !== undefined) return { contents: `module.exports = ${JSON.stringify(membersOf(file, kept))};` };
        if (file.endsWith('.json')) return undefined;
        const text = (await readFile(file, 'utf8')).replaceAll(/^\/\/# sourceMappingURL=.*$/gm, '');
        const problem = refusals.get(file);
        if (problem !== undefined) return { contents: refusing(text, problem) };
        return { contents: withoutLateImports(prunableSchemas(file, text)) + nameOnly(file, text), loader: 'js' };
      });
    },
  };
}

const byRealPath = <T>(files: Readonly<Record<string, T>>): Map<string, T> =>
  new Map(Object.entries(files).map(([file, value]) => [realpathSync(path.join(PACKAGES, file)), value]));

const EXPORTED = /^export (?:async )?(?:const|function|class) (\w+)|^export (default)/gm;

/** A module of the same exports, each of which throws when it is called. */
function refusing(text: string, problem: string): string {
  const refuse = `function refuse() { throw new Error(${JSON.stringify(problem)}); }`;
  const names = [...text.matchAll(EXPORTED)].map(([, name, byDefault]) => name ?? byDefault);
  // What CommonJS exports is not told by its text: whatever is asked for throws.
  if (names.length === 0) return `${refuse}\nmodule.exports = new Proxy(refuse, { get: refuse });`;
  return `${refuse}\nexport { ${names.map((name) => `refuse as ${name}`).join(', ')} };`;
}

function membersOf(file: string, names: readonly string[]): Record<string, unknown> {
  const whole: Record<string, unknown> = createRequire(import.meta.url)(file);
  return Object.fromEntries(
    names.map((name) => {
      if (whole[name] === undefined) throw new Error(`${file} has no ${name} any more, which its bundle is to keep.`);
      return [name, whole[name]];
    }),
  );
}
