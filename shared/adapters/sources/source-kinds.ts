import { createCurbFleetSource } from '../curb-fleet/energy-source.ts';
import { checkCurbFleetSettings } from '../curb-fleet/settings.ts';
import { type SourceKind, sourceKind } from './source-kind.ts';

/** The kinds of sources that there are; a new one is a line here and a folder of its own. */
export const SOURCE_KINDS: Readonly<Record<string, SourceKind>> = {
  'curb-fleet': sourceKind({ credentials: 'client', check: checkCurbFleetSettings, create: createCurbFleetSource }),
};

/** Undefined for a name that is no kind of source. */
export function sourceKindOf(name: string): SourceKind | undefined {
  return Object.hasOwn(SOURCE_KINDS, name) ? SOURCE_KINDS[name] : undefined;
}
