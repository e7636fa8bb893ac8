import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { filesNamedIn, parseConfiguration } from '../../shared/adapters/configuration/parse-configuration.ts';
import { SOURCE_CHECKERS } from '../../shared/adapters/configuration/source-checkers.ts';
import type { Configuration } from '../../shared/application/configuration.ts';
import { ConfigurationError } from '../../shared/errors.ts';

/**
 * Reads the configuration file.
 *
 * @throws ConfigurationError with every fault, each with the file's name and its path in the file
 */
export async function loadConfiguration(file: string, workingFolder: string): Promise<Configuration> {
  const text = await readFile(path.resolve(workingFolder, file), 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new ConfigurationError('There is no configuration', [{ path: file, problem: whyNotRead(error) }]);
  });
  const files = await readBeside(path.dirname(path.resolve(workingFolder, file)), filesNamedIn(text));
  return withFileName(file, () => parseConfiguration(text, SOURCE_CHECKERS, files));
}

/** Those of the files that can be read; one that cannot is a fault of the configuration, which says so with its path. */
async function readBeside(folder: string, names: readonly string[]): Promise<Map<string, Uint8Array>> {
  const files = await Promise.all(
    names.map(async (name) => [name, await readFile(path.join(folder, name)).catch(() => undefined)] as const),
  );
  return new Map(files.flatMap(([name, bytes]) => (bytes === undefined ? [] : [[name, bytes] as const])));
}

/** Has the faults of a configuration say which file they are in. */
export function withFileName(file: string, parse: () => Configuration): Configuration {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    const faults = error.faults.map((fault) => ({ ...fault, path: `${file}: ${fault.path}` }));
    throw new ConfigurationError(`${file} is not valid`, faults);
  }
}

function whyNotRead({ code }: NodeJS.ErrnoException): string {
  if (code === 'ENOENT') {
    return 'is not there: write it (the README has an example), or name another file with --config. `simulate` serves a fleet to try things with.';
  }
  if (code === 'EISDIR') return 'is a folder: name the file with --config';
  return `could not be read (${code ?? 'unknown fault'}): mend its permissions, or name another file with --config`;
}
