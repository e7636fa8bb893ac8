import type { Asked, Reply, Respond } from './reply.ts';

/** Spoils a JSON value; what it gives back takes its place. */
export type Change = (json: unknown) => unknown;

/** JSON text that JSON.stringify would never write, such as 1e400: stands in a value, and is spelled out in the answer. */
export const literal = (text: string): string => `${MARK}${text}${MARK}`;
const MARK = '\uE123';

/** The honest answer with something changed in it. */
export function spoilt(...changes: readonly Change[]): Respond {
  return ({ base }: Asked): Reply => ({ body: jsonOf(base, changes) });
}

function jsonOf(base: string, changes: readonly Change[]): string {
  const json = changes.reduce<unknown>((value, change) => change(value), JSON.parse(base));
  return spelledOut(JSON.stringify(json) ?? '');
}

/** JSON with the literals in it as they are meant. */
export function spelledOut(text: string): string {
  return text.replaceAll(new RegExp(`"${MARK}([^${MARK}]*)${MARK}"`, 'g'), '$1');
}

type Holder = Record<string, unknown>;

/** The object or list that holds the last step of a path, and that step. */
function holderOf(json: unknown, path: string): readonly [Holder, string] {
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  const holder = steps.reduce<unknown>((value, step) => (value as Holder)[step], json);
  if (typeof holder !== 'object' || holder === null) throw new Error(`The honest answer has nothing at ${path}`);
  return [holder as Holder, last];
}

/** Sets what a path such as `results.0.kwh` leads to; a function gets what was there. */
export function set(path: string, value: unknown): Change {
  return (json) => {
    const [holder, key] = holderOf(json, path);
    holder[key] = typeof value === 'function' ? (value as (old: unknown) => unknown)(holder[key]) : value;
    return json;
  };
}

export function drop(path: string): Change {
  return (json) => {
    const [holder, key] = holderOf(json, path);
    if (!(key in holder)) throw new Error(`The honest answer has nothing at ${path}`);
    if (Array.isArray(holder)) holder.splice(Number(key), 1);
    else delete holder[key];
    return json;
  };
}

/** Does something with the list at a path. */
export function inList(path: string, work: (list: unknown[]) => void): Change {
  return (json) => {
    const [holder, key] = holderOf(json, path);
    work(holder[key] as unknown[]);
    return json;
  };
}

/** Adds an entry to a list; a function makes it of the first one. */
export const add = (path: string, entry: unknown): Change =>
  inList(path, (list) =>
    list.push(typeof entry === 'function' ? (entry as (first: unknown) => unknown)(structuredClone(list[0])) : entry),
  );

/** Does the same to every entry of a list. */
export const each = (path: string, key: string, value: unknown): Change =>
  inList(path, (list) => {
    for (const index of list.keys()) set(`${index}.${key}`, value)(list);
  });

/** Makes a list as long as told, of its first entry again and again. */
export const lengthen = (path: string, length: number): Change =>
  inList(path, (list) => {
    while (list.length < length) list.push(list[0]);
  });

export const whole = (json: unknown): Change => (() => json) satisfies Change;
