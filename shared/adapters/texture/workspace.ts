import { SourceAccessError } from '../../errors.ts';
import type { ReadCustomers } from './customers.ts';
import type { TextureSettings } from './settings.ts';
import type { TextureApi } from './texture-api.ts';

/** What the key of a source opens, and what the configuration says of it. */
export interface Workspace {
  /** The source's name in the configuration. */
  readonly source: string;
  /** What the operator calls the workspace. */
  readonly fleets: readonly string[];
  readonly settings: TextureSettings;
  readonly api: TextureApi;
  readonly customers: ReadCustomers;
}

/** Any name would open the same sites, and file their reports under it. */
export function checkFleet({ source, fleets }: Workspace, fleet: string): void {
  if (fleets.includes(fleet)) return;
  throw new SourceAccessError(
    `Source ${source} has no fleet of such a name: it has what sources.${source}.fleets names`,
  );
}
