import type { Fault } from '../../errors.ts';
import { faultPath } from './fault-path.ts';
import { asObject, isPlain, listed } from './raw-file.ts';
import { secretKeyProblem, secretVariables } from './secrets.ts';
import { didYouMean, suggestion } from './suggestion.ts';
import { moneyFaults } from './tariff-checks.ts';

/** Checks the settings that only a source's own adapter understands; `path` is where they stand. */
export type SettingsChecker = (
  settings: Readonly<Record<string, unknown>>,
  path: string,
  fleets: readonly unknown[],
) => readonly Fault[];

/** By the source's `kind`. */
export type SettingsCheckers = Readonly<Record<string, SettingsChecker>>;

/**
 * Checks what one part of the file says of another. Works on the file as it was read, whatever its shape, so that a fault
 * in one place does not hide those in others.
 */
export function crossFaults(file: unknown, checkers: SettingsCheckers): Fault[] {
  const sources = asObject(asObject(file)['sources']);
  const reports = asObject(file)['reports'];
  const rules: unknown[] = Array.isArray(reports) ? reports : [];
  return [
    ...Object.entries(sources).flatMap(([name, source]) => sourceFaults(name, asObject(source), checkers)),
    ...sharedVariableFaults(Object.keys(sources)),
    ...rules.flatMap((rule, index) => {
      const match = asObject(asObject(rule)['match']);
      return [
        ...misspeltFaults(match, index),
        ...matchFaults(match, index, sources),
        ...customerFaults(asObject(rule), match, index),
      ];
    }),
    ...moneyFaults(file),
  ];
}

function sourceFaults(name: string, source: Readonly<Record<string, unknown>>, checkers: SettingsCheckers): Fault[] {
  const path = faultPath(['sources', name]);
  const { kind, fleets, ...settings } = source;
  const secrets = Object.keys(settings).flatMap((key) => {
    const problem = secretKeyProblem(name, key);
    return problem === undefined ? [] : [{ path: faultPath(['sources', name, key]), problem }];
  });
  if (typeof kind !== 'string') return secrets;
  const check = Object.hasOwn(checkers, kind) ? checkers[kind] : undefined;
  if (check === undefined) {
    const kinds = Object.keys(checkers);
    return [...secrets, { path: `${path}.kind`, problem: `must be ${kinds.join(' or ')}${didYouMean(kind, kinds)}` }];
  }
  const told = new Set(secrets.map((fault) => fault.path));
  const faults = check(settings, path, Array.isArray(fleets) ? fleets : []).map((fault) => ({
    ...fault,
    path: withoutForeignNames(fault.path, path),
  }));
  return [...secrets, ...faults.filter((fault) => !told.has(fault.path))];
}

/** A checker may spell a path with a name from the file; one that is no plain word might be an address. */
function withoutForeignNames(path: string, root: string): string {
  return /^[A-Za-z0-9_.[\]-]*$/.test(path.slice(root.length)) ? path : `${root}[…]`;
}

/** A location whose customers are to be written to has to be one that the rule is about. */
function customerFaults(
  { recipientsFromSource }: Readonly<Record<string, unknown>>,
  { locations }: Readonly<Record<string, unknown>>,
  index: number,
): Fault[] {
  if (!Array.isArray(recipientsFromSource) || !Array.isArray(locations)) return [];
  return recipientsFromSource.flatMap((id, at) =>
    typeof id !== 'string' || locations.includes(id)
      ? []
      : [
          {
            path: faultPath(['reports', index, 'recipientsFromSource', at]),
            problem: `must be one of ${faultPath(['reports', index, 'match', 'locations'])}: the rule is about no others`,
          },
        ],
  );
}

/** Two names that differ in `-` and `_` or in case only would read the same secrets. */
function sharedVariableFaults(names: readonly string[]): Fault[] {
  const seen = new Map<string, string>();
  return names.flatMap((name) => {
    const { clientId } = secretVariables(name);
    const other = seen.get(clientId);
    seen.set(clientId, name);
    if (other === undefined) return [];
    const problem = `would take its secrets from the same variables as ${faultPath(['sources', other])}: give it another name`;
    return [{ path: faultPath(['sources', name]), problem }];
  });
}

const MATCH_KEYS = ['source', 'fleet', 'locations'];

/** Any other key is a field of the location, so that a slip of the pen would silently match nothing. */
function misspeltFaults(match: Readonly<Record<string, unknown>>, index: number): Fault[] {
  return Object.keys(match)
    .filter((key) => !MATCH_KEYS.includes(key) && suggestion(key, MATCH_KEYS) !== undefined)
    .map((key) => ({
      path: faultPath(['reports', index, 'match', key]),
      problem: `is not known here${didYouMean(key, MATCH_KEYS)}`,
    }));
}

function matchFaults(
  match: Readonly<Record<string, unknown>>,
  index: number,
  sources: Readonly<Record<string, unknown>>,
): Fault[] {
  const { source: name, fleet } = match;
  if (typeof name !== 'string') return [];
  const path = faultPath(['reports', index, 'match']);
  const names = Object.keys(sources);
  if (names.length === 0) return [];
  if (!Object.hasOwn(sources, name)) {
    return [
      {
        path: `${path}.source`,
        problem: `must be one of the sources${listed(names)}${didYouMean(name, names.filter(isPlain))}`,
      },
    ];
  }
  const { fleets } = asObject(sources[name]);
  if (typeof fleet !== 'string' || !Array.isArray(fleets)) return [];
  const known = fleets.filter((each): each is string => typeof each === 'string');
  if (known.length === 0 || known.includes(fleet)) return [];
  const where = faultPath(['sources', name, 'fleets']);
  return [
    {
      path: `${path}.fleet`,
      problem: `must be one of ${where}${listed(known)}${didYouMean(fleet, known.filter(isPlain))}`,
    },
  ];
}
