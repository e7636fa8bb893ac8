import { badRequest, Refusal } from './answer.ts';

/** Turns query parameters into a test of one listed object; all of them must hold. */
export function filterBy<T extends object>(
  parameters: Iterable<[string, string]>,
  sample: T | undefined,
): (item: T) => boolean {
  const tests = [...parameters].map(([key, wanted]) => toTest(key, wanted, sample));
  return (item) => tests.every((test) => test(item));
}

const MODIFIERS = ['isnull', 'icontains', 'ne', 'gt', 'lt', 'gte', 'lte'] as const;
type Modifier = (typeof MODIFIERS)[number];

function toTest(key: string, wanted: string, sample: object | undefined): (item: object) => boolean {
  const cut = key.lastIndexOf('__');
  const modifier = MODIFIERS.find((known) => cut > 0 && known === key.slice(cut + 2));
  const field = modifier === undefined ? key : key.slice(0, cut);
  if (sample !== undefined && !Object.hasOwn(sample, field)) {
    throw new Refusal(badRequest(`Cannot filter by "${key.slice(0, 80)}": there is no such field or modifier.`));
  }
  return (item) => holds(modifier, (item as Record<string, unknown>)[field], wanted);
}

function holds(modifier: Modifier | undefined, value: unknown, wanted: string): boolean {
  switch (modifier) {
    case undefined:
      return equals(value, wanted);
    case 'ne':
      return !equals(value, wanted);
    case 'isnull':
      return isTruthy(wanted) === (value === null);
    case 'icontains':
      return typeof value === 'string' && value.toLowerCase().includes(wanted.toLowerCase());
    case 'gt':
      return ordered(value, wanted, (order) => order > 0);
    case 'lt':
      return ordered(value, wanted, (order) => order < 0);
    case 'gte':
      return ordered(value, wanted, (order) => order >= 0);
    case 'lte':
      return ordered(value, wanted, (order) => order <= 0);
  }
}

/** Null equals nothing; the elements of an array are tried one by one (a location has several hubs). */
function equals(value: unknown, wanted: string): boolean {
  if (Array.isArray(value)) return value.some((element) => equals(element, wanted));
  if (value === null || value === undefined) return false;
  if (typeof value === 'boolean') return value === isTruthy(wanted);
  if (typeof value === 'number') return wanted.trim() !== '' && value === Number(wanted);
  return String(value) === wanted;
}

function ordered(value: unknown, wanted: string, accept: (order: number) => boolean): boolean {
  const left = toComparable(value);
  const right = toComparable(wanted);
  return left !== undefined && right !== undefined && accept(left - right);
}

/** A number as it is, an ISO date as microseconds; anything else has no order here. */
function toComparable(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  if (Number.isFinite(Number(value))) return Number(value);
  const epochMs = Date.parse(value);
  if (Number.isNaN(epochMs)) return undefined;
  const submillisecondDigits = /\.\d{3}(\d{1,3})/.exec(value)?.[1] ?? '';
  return epochMs * 1000 + Number(submillisecondDigits.padEnd(3, '0'));
}

/** The API says "truthy" and shows `1`; `true` is taken as well. */
export function isTruthy(text: string | null): boolean {
  return text !== null && !['', '0', 'false', 'no'].includes(text.toLowerCase());
}
