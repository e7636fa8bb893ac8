import type { Logo } from '../domain/branding/branding.ts';
import type { Report } from '../domain/report/report.ts';
import { ArchiveConflictError } from '../errors.ts';
import { createOnce, type Pauses } from './create-once.ts';
import { brandingKey, sha256Hex } from './keys.ts';
import type { ObjectStore } from './ports.ts';
import type { Subscription } from './subscriptions.ts';

export interface LogoParts {
  readonly archive: ObjectStore;
  readonly pauses: Pauses;
}

/** Keeps a subscription's logo under its hash, before a snapshot names it: reports of the snapshot can be made ever after. */
export async function keepLogo(parts: LogoParts, { settings }: Subscription): Promise<void> {
  const logo = settings.branding?.logo ?? null;
  if (logo === null) return;
  await createOnce(parts.archive, brandingKey(logo.sha256), logo.bytes, logo.mediaType, parts.pauses);
}

/**
 * The logo that a report's snapshot names; null where it names none.
 * @throws ArchiveConflictError when the archive does not have those bytes
 */
export async function readLogo({ archive }: LogoParts, { presentation }: Report): Promise<Logo | null> {
  const named = presentation.branding?.logo ?? null;
  if (named === null) return null;
  const key = brandingKey(named.sha256);
  const object = await archive.get(key);
  if (object === undefined || sha256Hex(object.bytes) !== named.sha256) {
    throw new ArchiveConflictError(
      `${key} is not the logo that the report was to have: restore it, or make a new revision.`,
    );
  }
  return { ...named, bytes: object.bytes };
}
