import type { Endpoint } from './reply.ts';

/** Numbers and switches that are figures: another one of the same kind is another truth, and nobody can know. */
const FIGURES =
  /(?:^|\.)(?:kwh|samples_count|count|installations_count|expires_in|mains|grid|production|battery|circuit_type|timezone|w\.\d+)$/;

/** False for an answer that differs from the honest one only as another fleet, another house or another day would. */
export function isTelling(endpoint: Endpoint, honest: string, changed: string | Uint8Array): boolean {
  const text = typeof changed === 'string' ? changed : new TextDecoder().decode(changed);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return true;
  }
  const found = differences(JSON.parse(honest), json, '');
  if (endpoint === 'list' && (isShorterList(found) || found.some(isAnotherId))) return false;
  return !found.some(isAnotherTruth);
}

/** A list that lost an entry and no longer counts them: so does a fleet that lost a house. The planner has its own doubts then. */
function isShorterList(found: readonly Difference[]): boolean {
  const isCountGone = found.some(({ path }) => path === 'count');
  return isCountGone && found.some(({ path, after }) => /^results\.\d+$/.test(path) && after === undefined);
}

interface Difference {
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

function isAnotherId({ path, after }: Difference): boolean {
  return /^results\.\d+\.id$/.test(path) && typeof after === 'string';
}

function isAnotherTruth({ path, before, after }: Difference): boolean {
  // A switch that is turned off looks like a house of another kind.
  if (typeof after === 'boolean' && FIGURES.test(path)) return true;
  return typeof before === typeof after && FIGURES.test(path) && (typeof after !== 'number' || Math.abs(after) < 1e7);
}

function differences(before: unknown, after: unknown, path: string): Difference[] {
  if (Object.is(before, after)) return [];
  const areHolders = [before, after].every((value) => typeof value === 'object' && value !== null);
  if (!areHolders || Array.isArray(before) !== Array.isArray(after)) return [{ path, before, after }];
  const keys = new Set([...Object.keys(before as object), ...Object.keys(after as object)]);
  return [...keys].flatMap((key) =>
    differences(
      Reflect.get(before as object, key),
      Reflect.get(after as object, key),
      path === '' ? key : `${path}.${key}`,
    ),
  );
}
