import { literal, spelledOut } from '../change.ts';
import type { Draw } from './draw.ts';

type Holder = Record<string, unknown> | unknown[];

/** Values that no place of an answer is meant for. */
const STRANGERS: readonly unknown[] = [
  null,
  true,
  false,
  '',
  'canary-person',
  'NaN',
  '1e400',
  [],
  {},
  [[[[[[]]]]]],
  { toString: 'x', valueOf: 'y' },
  '\ud800',
  '\0\u0001\u001f',
  'x'.repeat(100_000),
  ...['1e308', '-1e308', '1e400', '-1e400', '-0.5', '9007199254740993', '1e-400', '123456789012345678901234567890'].map(
    literal,
  ),
];

const KEYS = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'then',
  'toJSON',
  'length',
  '0',
  '',
];

/** Breaks an answer as JSON: one to three of its places get something else, are dropped, doubled, renamed or wrapped. */
export function treewise(honest: string, draw: Draw): { body: string; what: string } {
  const json = JSON.parse(honest) as Holder;
  const told: string[] = [];
  for (let left = 1 + draw.below(3); left > 0; left -= 1) told.push(changeOne(json, draw));
  return { body: spelledOut(JSON.stringify(json)), what: told.join(', then ') };
}

function changeOne(json: Holder, draw: Draw): string {
  const { holder, key, path } = placeIn(json, draw);
  const value = Reflect.get(holder, key) as unknown;
  const put = (changed: unknown) =>
    void Object.defineProperty(holder, key, { value: changed, enumerable: true, configurable: true, writable: true });
  switch (draw.below(8)) {
    case 0:
    case 1:
    case 2: {
      const index = draw.below(STRANGERS.length);
      put(structuredClone(STRANGERS[index]));
      return `stranger ${index} at ${path}`;
    }
    case 3:
      if (Array.isArray(holder)) holder.splice(Number(key), 1);
      else delete holder[key];
      return `${path} dropped`;
    case 4:
      if (Array.isArray(holder)) holder.splice(Number(key), 0, structuredClone(value));
      else put([value, value]);
      return `${path} doubled`;
    case 5:
      put(draw.below(2) === 0 ? { value } : [value]);
      return `${path} wrapped`;
    case 6:
      put(typeof value === 'number' ? String(value) : typeof value === 'string' ? value.length : JSON.stringify(value));
      return `${path} of another type`;
    default: {
      const name = draw.oneOf(KEYS);
      const target = typeof value === 'object' && value !== null && !Array.isArray(value) ? value : json;
      Object.defineProperty(target, name, {
        value: { polluted: 1 },
        enumerable: true,
        configurable: true,
        writable: true,
      });
      return `${JSON.stringify(name)} added near ${path}`;
    }
  }
}

/** A place somewhere in the value; every depth has its chance, however long the lists are. */
function placeIn(json: Holder, draw: Draw): { holder: Holder & Record<string, unknown>; key: string; path: string } {
  let holder = json;
  let path = '';
  for (;;) {
    const keys = Object.keys(holder);
    const key = keys.length === 0 ? 'new' : draw.oneOf(keys);
    path += `${path === '' ? '' : '.'}${key.slice(0, 30)}`;
    const inner: unknown = Reflect.get(holder, key);
    const goesOn = typeof inner === 'object' && inner !== null && Object.keys(inner).length > 0 && draw.below(4) !== 0;
    if (!goesOn) return { holder: holder as Holder & Record<string, unknown>, key, path };
    holder = inner as Holder;
  }
}
