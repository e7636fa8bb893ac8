import { secretsFor } from '../../shared/adapters/configuration/secrets.ts';
import { createCurbFleetSource } from '../../shared/adapters/curb-fleet/energy-source.ts';
import { checkCurbFleetSettings } from '../../shared/adapters/curb-fleet/settings.ts';
import type { HttpDeps } from '../../shared/adapters/http/json-client.ts';
import type { SourceCredentials } from '../../shared/adapters/secrets-manager/source-credentials.ts';
import type { Configuration, SourceSettings } from '../../shared/application/configuration.ts';
import type { Clock, EnergySource } from '../../shared/application/ports.ts';
import { ConfigurationError, type Fault } from '../../shared/errors.ts';

export type ClientCredentials = Extract<SourceCredentials, { kind: 'client' }>;

export interface SourceParts {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly http: HttpDeps;
  /** The real clock: tokens and refusals of a source have real time, whatever instant a run stands for. */
  readonly clock: Clock;
}

/**
 * Opens every source of the configuration; nothing is asked of them yet.
 *
 * @throws ConfigurationError naming every variable with a secret that is missing, of all sources at once
 */
export function openSources(configuration: Configuration, parts: SourceParts): Map<string, EnergySource> {
  const sources = new Map<string, EnergySource>();
  const faults: Fault[] = [];
  for (const [name, source] of Object.entries(configuration.sources)) {
    try {
      sources.set(
        name,
        openSource(name, source, () => secretsFor(name, parts.environment, 'client'), parts),
      );
    } catch (error) {
      if (!(error instanceof ConfigurationError)) throw error;
      faults.push(...error.faults);
    }
  }
  if (faults.length > 0) throw new ConfigurationError('Sources cannot be opened', faults);
  return sources;
}

/**
 * Opens one source.
 *
 * @param credentials called when the settings are in order
 * @throws ConfigurationError when its kind or its settings are none; what `credentials` throws
 */
export function openSource(
  name: string,
  source: SourceSettings,
  credentials: () => ClientCredentials,
  { http, clock }: Pick<SourceParts, 'http' | 'clock'>,
): EnergySource {
  switch (source.kind) {
    case 'curb-fleet': {
      const checked = checkCurbFleetSettings(source.settings, `sources.${name}`);
      if ('faults' in checked) throw new ConfigurationError(`Source ${name} is not valid`, checked.faults);
      return createCurbFleetSource({ name, settings: checked.settings, credentials: credentials(), http, clock });
    }
    default:
      throw new ConfigurationError('Unknown kind of source', [
        { path: `sources.${name}.kind`, problem: 'is no kind of source that this program has' },
      ]);
  }
}
