import type { SourceSettings } from '../../application/configuration.ts';
import type { Clock, EnergySource } from '../../application/ports.ts';
import type { Fault } from '../../errors.ts';
import type { FileTree } from '../files/file-tree.ts';
import type { FilesPlace } from '../files/settings.ts';
import type { HttpDeps } from '../http/json-client.ts';
import type { SourceCredentials } from '../secrets-manager/source-credentials.ts';

/** What opens a source that has no secret. */
export const NO_CREDENTIALS = { kind: 'none' } as const;
export type AnyCredentials = SourceCredentials | typeof NO_CREDENTIALS;
export type CredentialsKind = AnyCredentials['kind'];
export type CredentialsOf<Kind extends CredentialsKind> = Extract<AnyCredentials, { kind: Kind }>;

/** What a source needs of the process that asks it. */
export interface SourceDeps {
  readonly http: HttpDeps;
  /** The real clock: tokens and refusals of a source have real time, whatever instant a run stands for. */
  readonly clock: Clock;
  /** Time for all requests of one list, or of one location before its first day; the source's own measure unless given. */
  readonly budgetMs?: number;
  /** Which share of the requests that a source allows is this process's, 0 to 1; all of them unless given. */
  readonly requestShare?: number;
  /** Opens files where this process can reach them; a tree that it cannot reach says so when it is asked. */
  readonly openTree: (place: FilesPlace) => FileTree;
}

type RawSettings = SourceSettings['settings'];
type Checked<Settings> = { readonly settings: Settings } | { readonly faults: readonly Fault[] };

/** One kind of source: how its settings are checked, what opens it, and how it is made. */
export interface SourceKind {
  readonly credentials: CredentialsKind;
  /** The faults of the settings besides `kind`; `path` is where they stand. */
  faults(raw: RawSettings, path: string, fleets: readonly unknown[]): readonly Fault[];
  /** A source made of settings without faults; undefined when the credentials are of a kind that it has no use for. */
  open(name: string, source: SourceSettings, credentials: AnyCredentials, deps: SourceDeps): EnergySource | undefined;
}

/** What an adapter says of itself; its own types stay its own. */
interface SourceAdapter<Kind extends CredentialsKind, Settings> {
  readonly credentials: Kind;
  /** Why the source cannot have several fleets; absent where it can. */
  readonly oneFleetBecause?: string;
  check(raw: RawSettings, path: string): Checked<Settings>;
  create(
    parts: SourceDeps & {
      readonly name: string;
      readonly fleets: readonly string[];
      readonly settings: Settings;
      readonly credentials: CredentialsOf<Kind>;
    },
  ): EnergySource;
}

export function sourceKind<Kind extends CredentialsKind, Settings>(adapter: SourceAdapter<Kind, Settings>): SourceKind {
  const { credentials: needed, oneFleetBecause } = adapter;
  const isNeeded = (credentials: AnyCredentials): credentials is CredentialsOf<Kind> => credentials.kind === needed;
  return {
    credentials: needed,
    faults(raw, path, fleets) {
      const checked = adapter.check(raw, path);
      const isTooMany = oneFleetBecause !== undefined && fleets.length > 1;
      return [
        ...(isTooMany ? [{ path: `${path}.fleets`, problem: `must name one fleet: ${oneFleetBecause}` }] : []),
        ...('faults' in checked ? checked.faults : []),
      ];
    },
    open(name, { settings: raw, fleets }, credentials, deps) {
      const checked = adapter.check(raw, `sources.${name}`);
      if ('faults' in checked || !isNeeded(credentials)) return undefined;
      return adapter.create({ ...deps, name, fleets, settings: checked.settings, credentials });
    },
  };
}
