import * as z from 'zod';
import type { Fault } from '../../errors.ts';
import { checkSettings, text } from '../sources/settings-fields.ts';

/** Where interval files lie: a folder of this machine, or the keys of a bucket below a prefix that is empty or ends in `/`. */
export type FilesPlace =
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 'bucket'; readonly bucket: string; readonly prefix: string };

/** Checked settings of a source of kind `files`. */
export interface FilesSettings {
  readonly place: FilesPlace;
}

const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const PREFIX_SEGMENT = /^[A-Za-z0-9!_.'() =-]{1,255}$/;
const WHICH_PLACE = 'must be a folder, relative to the configuration file, or s3://BUCKET/PREFIX';

/** Made when a configuration has a source of this kind. */
const SETTINGS = z.lazy(() => {
  const location = text()
    .max(1000, WHICH_PLACE)
    .transform((written, context) => {
      const place = parsePlace(written);
      if (place !== undefined) return place;
      context.addIssue({ code: 'custom', message: WHICH_PLACE });
      return z.NEVER;
    });
  return z.strictObject({ location });
});

/** Checks what the configuration says of the source besides `kind` and `fleets`; `path` is where it says it. */
export function checkFilesSettings(
  raw: unknown,
  path: string,
): { readonly settings: FilesSettings } | { readonly faults: readonly Fault[] } {
  const checked = checkSettings(SETTINGS, raw, path, 'files');
  return 'faults' in checked ? checked : { settings: { place: checked.data.location } };
}

function parsePlace(written: string): FilesPlace | undefined {
  const scheme = /^([a-z][a-z0-9+.-]+):\/\//i.exec(written);
  if (scheme === null) return written.includes('\0') ? undefined : { kind: 'folder', folder: written };
  if (scheme[1]?.toLowerCase() !== 's3') return undefined;
  const [bucket = '', ...segments] = written.slice(scheme[0].length).replace(/\/+$/, '').split('/');
  if (!BUCKET.test(bucket)) return undefined;
  if (!segments.every((segment) => PREFIX_SEGMENT.test(segment) && !/^\.{1,2}$/.test(segment))) return undefined;
  return { kind: 'bucket', bucket, prefix: segments.map((segment) => `${segment}/`).join('') };
}
