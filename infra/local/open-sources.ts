import { secretsFor } from '../../shared/adapters/configuration/secrets.ts';
import { openSource } from '../../shared/adapters/sources/open-source.ts';
import type { SourceDeps } from '../../shared/adapters/sources/source-kind.ts';
import type { Configuration } from '../../shared/application/configuration.ts';
import type { EnergySource } from '../../shared/application/ports.ts';
import { ConfigurationError, type Fault } from '../../shared/errors.ts';

export interface SourceParts extends SourceDeps {
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/**
 * Opens every source of the configuration; nothing is asked of them yet.
 *
 * @throws ConfigurationError naming every variable with a secret that is missing, of all sources at once
 */
export function openSources(configuration: Configuration, parts: SourceParts): Map<string, EnergySource> {
  const { environment, ...deps } = parts;
  const sources = new Map<string, EnergySource>();
  const faults: Fault[] = [];
  for (const [name, source] of Object.entries(configuration.sources)) {
    try {
      sources.set(
        name,
        openSource(name, source, (needed) => secretsFor(name, environment, needed), deps),
      );
    } catch (error) {
      if (!(error instanceof ConfigurationError)) throw error;
      faults.push(...error.faults);
    }
  }
  if (faults.length > 0) throw new ConfigurationError('Sources cannot be opened', faults);
  return sources;
}
