import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What `site.json` says of a home. */
export type HomeSite = {
  readonly id: string;
  readonly label: string;
  readonly timezone: string;
  readonly country: string;
  readonly state: string;
  readonly city: string;
  readonly firstLocalDay: string;
  readonly fileIntervalSeconds: number;
  readonly file: string;
};

/** What `registers.json` says of one register; `key` is its column in the file of samples. */
export type HomeRegister = {
  readonly id: string;
  readonly key: string;
  readonly label: string;
  readonly number: number;
  readonly installation: string;
  readonly circuitType: string;
  readonly grid: boolean;
  readonly production: boolean;
  readonly battery: boolean;
};

export type HomeFolder = {
  readonly folder: string;
  readonly site: HomeSite;
  readonly registers: readonly HomeRegister[];
};

/**
 * Reads the descriptions of the homes in a folder: of the folder itself when it holds a `site.json`, else of every folder in it that does.
 * @throws when there is none, or when a description lacks something.
 */
export async function readHomeFolders(dir: string): Promise<HomeFolder[]> {
  const entries = await readdir(dir, { withFileTypes: true });
  const isHome = entries.some((entry) => entry.name === 'site.json');
  const candidates = isHome
    ? [dir]
    : entries.filter((entry) => entry.isDirectory() || entry.isSymbolicLink()).map((entry) => join(dir, entry.name));
  const homes = (await Promise.all(candidates.toSorted().map(readHomeFolder))).filter((home) => home !== undefined);
  if (homes.length === 0)
    throw new Error(`${dir}: no home found. Name a folder with site.json in it, or a folder of such folders.`);
  return homes;
}

async function readHomeFolder(folder: string): Promise<HomeFolder | undefined> {
  const files: string[] = await readdir(folder).catch(() => []);
  if (!files.includes('site.json')) return undefined;
  const siteFile = join(folder, 'site.json');
  const registersFile = join(folder, 'registers.json');
  const site = fieldsOf(JSON.parse(await readFile(siteFile, 'utf8')), siteFile);
  const registers: unknown = JSON.parse(await readFile(registersFile, 'utf8'));
  if (!Array.isArray(registers)) throw new Error(`${registersFile}: a list of registers is expected.`);
  return {
    folder,
    site: toSite(site, files),
    registers: registers.map((register, index) => toRegister(fieldsOf(register, registersFile), index)),
  };
}

const SAMPLE_FILES = [
  { file: 'w_5min.csv.gz', seconds: 300 },
  { file: 'w_1min.csv.gz', seconds: 60 },
] as const;

function toSite(site: Fields, files: readonly string[]): HomeSite {
  const usual = SAMPLE_FILES.find(({ file }) => files.includes(file));
  const file = site.text('file', usual?.file);
  return {
    id: site.text('id'),
    label: site.text('label'),
    timezone: site.text('timezone'),
    country: site.text('country', ''),
    state: site.text('state', ''),
    city: site.text('city', ''),
    firstLocalDay: site.text('first_local_day', '2000-01-01'),
    fileIntervalSeconds: site.number('file_interval_seconds', SAMPLE_FILES.find((one) => one.file === file)?.seconds),
    file,
  };
}

const toRegister = (register: Fields, index: number): HomeRegister => ({
  id: register.text('id'),
  key: register.text('key'),
  label: register.text('label'),
  number: register.number('number', index),
  installation: register.text('installation', 'hub1'),
  circuitType: register.text('circuit_type'),
  grid: register.flag('grid'),
  production: register.flag('production'),
  battery: register.flag('battery'),
});

type Fields = {
  text(name: string, fallback?: string): string;
  number(name: string, fallback?: number): number;
  flag(name: string): boolean;
};

function fieldsOf(value: unknown, file: string): Fields {
  const fields = new Map<string, unknown>(typeof value === 'object' && value !== null ? Object.entries(value) : []);
  const missing = (name: string, kind: string) => new Error(`${file}: "${name}" must be ${kind}.`);
  return {
    text(name, fallback) {
      const found = fields.get(name) ?? fallback;
      if (typeof found !== 'string') throw missing(name, 'a text');
      return found;
    },
    number(name, fallback) {
      const found = fields.get(name) ?? fallback;
      if (typeof found !== 'number') throw missing(name, 'a number');
      return found;
    },
    flag(name) {
      const found = fields.get(name);
      if (typeof found !== 'boolean') throw missing(name, 'true or false');
      return found;
    },
  };
}
