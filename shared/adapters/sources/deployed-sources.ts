import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { Configuration, SourceSettings } from '../../application/configuration.ts';
import type { EnergySource } from '../../application/ports.ts';
import { SourceAccessError } from '../../errors.ts';
import { createSecretReader } from '../secrets-manager/secret-reader.ts';
import { openSource, openSourceWithoutSecret } from './open-source.ts';
import { createRenewedSource } from './renewed-source.ts';
import type { SourceDeps } from './source-kind.ts';
import { opensWithoutSecret } from './source-kinds.ts';

export interface DeployedSourceParts extends SourceDeps {
  readonly secretsClient: SecretsManagerClient;
  /** The secret of each source, by the source's name. */
  readonly secretIds: Readonly<Record<string, string>>;
}

/** The sources of a deployment, for its functions and its operator; a secret is read when its source is first asked for something. */
export function openDeployedSources({ sources }: Configuration, parts: DeployedSourceParts): Map<string, EnergySource> {
  return new Map(Object.entries(sources).map(([name, settings]) => [name, openDeployed(name, settings, parts)]));
}

function openDeployed(name: string, settings: SourceSettings, parts: DeployedSourceParts): EnergySource {
  if (opensWithoutSecret(settings.kind)) return openSourceWithoutSecret(name, settings, parts);
  const secretId = Object.hasOwn(parts.secretIds, name) ? parts.secretIds[name] : undefined;
  if (secretId === undefined) return withoutSecret(name);
  const secrets = createSecretReader({ client: parts.secretsClient, secretId, clock: parts.clock });
  return createRenewedSource(secrets, (credentials) => openSource(name, settings, () => credentials, parts));
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
