import { UnexpectedPayloadError } from '../../errors.ts';
import { excessOf, isValueDeeperThan, openingsIn } from './json-depth.ts';

const MAX_DEPTH = 32;
/** A day of five hundred registers is far below it. */
const MAX_CONTAINERS = 100_000;

/**
 * Reads the body of an answer as JSON. Errors never quote it: it may hold names and addresses.
 * @throws UnexpectedPayloadError for an empty, cut off, too deeply nested, too much divided or otherwise unreadable one
 */
export function parseJson(bytes: Uint8Array, endpoint: string): unknown {
  const text = new TextDecoder().decode(bytes).trim();
  if (text === '') throw new UnexpectedPayloadError(`${endpoint} answered with nothing where JSON was expected`);
  if (text.startsWith('<')) {
    throw new UnexpectedPayloadError(
      `${endpoint} answered with a web page instead of JSON: check the address; a proxy may be answering in its place`,
    );
  }
  const refuse = (excess: 'depth' | 'containers') => {
    const what = excess === 'depth' ? `nested deeper than ${MAX_DEPTH} levels` : `of more than ${MAX_CONTAINERS} parts`;
    return new UnexpectedPayloadError(`${endpoint} answered with JSON ${what}`);
  };
  // An upper bound that costs next to nothing: below it the text may be parsed before it is judged, brackets in strings and all.
  const openings = openingsIn(text, MAX_CONTAINERS);
  const isFew = openings <= MAX_CONTAINERS;
  const excess = isFew ? undefined : excessOf(text, { depth: MAX_DEPTH, containers: MAX_CONTAINERS });
  if (excess !== undefined) throw refuse(excess);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new UnexpectedPayloadError(`${endpoint} answered with something that is not JSON, or that breaks off`);
  }
  if (isFew && isValueDeeperThan(value, MAX_DEPTH, openings)) throw refuse('depth');
  return value;
}

const MAX_ERROR_BYTES = 16_384;
const ERROR_CODE = /^[a-z][a-z0-9_]{0,39}$/i;

/** The `error` code of a refusal, as OAuth spells it (`invalid_client`); undefined where there is none. */
export function errorCodeOf(bytes: Uint8Array): string | undefined {
  if (bytes.length > MAX_ERROR_BYTES) return undefined;
  try {
    const body = parseJson(bytes, '');
    if (typeof body !== 'object' || body === null || !('error' in body)) return undefined;
    return typeof body.error === 'string' && ERROR_CODE.test(body.error) ? body.error : undefined;
  } catch {
    return undefined;
  }
}
