import { parseConfiguration } from '../shared/adapters/configuration/parse-configuration.ts';
import { SOURCE_CHECKERS } from '../shared/adapters/configuration/source-checkers.ts';
import type { ConfigurationText } from '../shared/adapters/s3/configuration-object.ts';
import { type DeployedSourceParts, openDeployedSources } from '../shared/adapters/sources/deployed-sources.ts';
import type { Configuration } from '../shared/application/configuration.ts';
import { guardSource } from '../shared/application/guarded-source.ts';
import type { EnergySource } from '../shared/application/ports.ts';
import type { OutageParts } from '../shared/application/source-outage.ts';

/** What the operator has set up: the configuration, and the sources that it names. */
export interface Setup {
  readonly configuration: Configuration;
  readonly sources: ReadonlyMap<string, EnergySource>;
}

export interface SetupParts extends DeployedSourceParts {
  /** Gives the configuration as it is stored now, the same object while it has not changed. */
  readonly readText: () => Promise<ConfigurationText>;
  /** Where all processes share what they know of the sources' health. */
  readonly outages: OutageParts;
}

/**
 * Reads the setup. Sources, with their tokens and connections, are kept until the configuration changes.
 * @throws ConfigurationError with all faults of the file; what reading it throws
 */
export function createSetupReader(parts: SetupParts): () => Promise<Setup> {
  let current: { readonly stored: ConfigurationText; readonly setup: Setup } | undefined;
  return async () => {
    const stored = await parts.readText();
    if (current?.stored !== stored) {
      const configuration = parseConfiguration(stored.text, SOURCE_CHECKERS, stored.files);
      current = { stored, setup: { configuration, sources: sourcesOf(configuration, parts) } };
    }
    return current.setup;
  };
}

function sourcesOf(configuration: Configuration, parts: SetupParts): Map<string, EnergySource> {
  const sources = openDeployedSources(configuration, parts);
  return new Map([...sources].map(([name, source]) => [name, guardSource(source, name, parts.outages)]));
}
