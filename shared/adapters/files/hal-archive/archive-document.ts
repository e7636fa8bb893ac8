import type * as z from 'zod';
import { BadFileError, badFile } from '../file-fault.ts';
import {
  type WireData,
  type WireDevice,
  type WireProfile,
  wireData,
  wireDevice,
  wireDevices,
  wireProfile,
  wireProfiles,
} from './wire.ts';

/** A saved document of the archive, by what is in it; `links`: one that only leads to others. */
export type ArchiveDocument =
  | { readonly kind: 'profiles'; readonly profiles: readonly WireProfile[] }
  | { readonly kind: 'devices'; readonly devices: readonly WireDevice[] }
  | { readonly kind: 'data'; readonly data: WireData }
  | { readonly kind: 'links' };

/**
 * Tells what a document is by its shape, whatever its file is called.
 * @throws BadFileError with the path in it of what is wrong; no value is repeated
 */
export function parseArchiveDocument(json: unknown): ArchiveDocument {
  if (has(json, 'results')) return { kind: 'data', data: checked(wireData, json) };
  if (has(json, 'devices')) return { kind: 'devices', devices: checked(wireDevices, json).devices };
  if (has(json, 'register_groups')) return { kind: 'profiles', profiles: [checked(wireProfile, json)] };
  if (has(json, '_embedded') && has(json['_embedded'], 'profiles')) {
    return { kind: 'profiles', profiles: checked(wireProfiles, json)._embedded.profiles };
  }
  if (has(json, 'timezone')) return { kind: 'devices', devices: [checked(wireDevice, json)] };
  if (has(json, '_links')) return { kind: 'links' };
  throw badFile('the file', 'is no document of a HAL archive: profiles, devices or historical data');
}

const has = <Key extends string>(json: unknown, key: Key): json is Record<Key, unknown> =>
  typeof json === 'object' && json !== null && Object.hasOwn(json, key);

function checked<T>(schema: z.ZodType<T>, json: unknown): T {
  const result = schema.safeParse(json);
  if (result.success) return result.data;
  throw new BadFileError(
    result.error.issues.slice(0, 5).map(({ path, code }) => ({
      place: pathText(path),
      reason: code === 'invalid_type' ? 'is missing, or of another type' : 'is not as it is documented',
    })),
  );
}

function pathText(path: readonly PropertyKey[]): string {
  const steps = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`));
  return steps.join('').replace(/^\./, '') || 'the file';
}

/** The path of a link, without host and parameters. */
export function linkedPath(link: { readonly href: string } | undefined): string | undefined {
  return link?.href.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, '').replace(/[?#].*$/, '');
}
