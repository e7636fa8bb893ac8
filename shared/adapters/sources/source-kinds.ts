import { createCurbFleetSource } from '../curb-fleet/energy-source.ts';
import { checkCurbFleetSettings } from '../curb-fleet/settings.ts';
import { checkFilesSettings } from '../files/settings.ts';
import { checkTextureSettings } from '../texture/settings.ts';
import { createLateSource } from './late-source.ts';
import { type SourceKind, sourceKind } from './source-kind.ts';

/**
 * The kinds of sources that there are; a new one is a line here and a folder of its own. Only the kind that most installations
 * have is loaded with the program.
 */
export const SOURCE_KINDS: Readonly<Record<string, SourceKind>> = {
  'curb-fleet': sourceKind({ credentials: 'client', check: checkCurbFleetSettings, create: createCurbFleetSource }),
  texture: sourceKind({
    credentials: 'api-key',
    oneFleetBecause: 'a key opens one workspace, and how it is called here is for you to choose',
    check: checkTextureSettings,
    create: (parts) =>
      createLateSource(async () => (await import('../texture/energy-source.ts')).createTextureSource(parts)),
  }),
  files: sourceKind({
    credentials: 'none',
    check: checkFilesSettings,
    create: (parts) =>
      createLateSource(async () => (await import('../files/energy-source.ts')).createFilesSource(parts)),
  }),
};

/** Undefined for a name that is no kind of source. */
export function sourceKindOf(name: string): SourceKind | undefined {
  return Object.hasOwn(SOURCE_KINDS, name) ? SOURCE_KINDS[name] : undefined;
}

/** True for a kind whose sources open without a secret. */
export function opensWithoutSecret(name: string): boolean {
  return sourceKindOf(name)?.credentials === 'none';
}
