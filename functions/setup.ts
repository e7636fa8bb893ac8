import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { parseConfiguration } from '../shared/adapters/configuration/parse-configuration.ts';
import { SOURCE_CHECKERS } from '../shared/adapters/configuration/source-checkers.ts';
import type { ConfigurationText } from '../shared/adapters/s3/configuration-object.ts';
import { createSecretReader } from '../shared/adapters/secrets-manager/secret-reader.ts';
import { openSource, openSourceWithoutSecret } from '../shared/adapters/sources/open-source.ts';
import type { SourceDeps } from '../shared/adapters/sources/source-kind.ts';
import { opensWithoutSecret } from '../shared/adapters/sources/source-kinds.ts';
import type { Configuration } from '../shared/application/configuration.ts';
import { guardSource } from '../shared/application/guarded-source.ts';
import type { EnergySource } from '../shared/application/ports.ts';
import type { OutageParts } from '../shared/application/source-outage.ts';
import { SourceAccessError } from '../shared/errors.ts';
import { createRenewedSource } from './renewed-source.ts';

/** What the operator has set up: the configuration, and the sources that it names. */
export interface Setup {
  readonly configuration: Configuration;
  readonly sources: ReadonlyMap<string, EnergySource>;
}

export interface SetupParts extends SourceDeps {
  /** Gives the configuration as it is stored now, the same object while it has not changed. */
  readonly readText: () => Promise<ConfigurationText>;
  readonly secretsClient: SecretsManagerClient;
  /** Where all processes share what they know of the sources' health. */
  readonly outages: OutageParts;
  /** The secret of each source, by the source's name. */
  readonly secretIds: Readonly<Record<string, string>>;
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
  const sources = Object.entries(configuration.sources).map(([name, settings]) => {
    if (opensWithoutSecret(settings.kind)) {
      return [name, guardSource(openSourceWithoutSecret(name, settings, parts), name, parts.outages)] as const;
    }
    const secretId = Object.hasOwn(parts.secretIds, name) ? parts.secretIds[name] : undefined;
    if (secretId === undefined) return [name, withoutSecret(name)] as const;
    const secrets = createSecretReader({ client: parts.secretsClient, secretId, clock: parts.clock });
    const source = createRenewedSource(secrets, (credentials) => openSource(name, settings, () => credentials, parts));
    return [name, guardSource(source, name, parts.outages)] as const;
  });
  return new Map(sources);
}

/** One source that was forgotten must not keep the others from their reports. */
function withoutSecret(name: string): EnergySource {
  const refuse = async (): Promise<never> => {
    throw new SourceAccessError(
      `Source ${name} has no secret: add its name to "sources" in the deployment's settings, and deploy.`,
    );
  };
  return { listLocations: refuse, openLocation: refuse };
}
