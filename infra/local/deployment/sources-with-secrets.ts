import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { createSecretReader } from '../../../shared/adapters/secrets-manager/secret-reader.ts';
import { openSource, openSourceWithoutSecret } from '../../../shared/adapters/sources/open-source.ts';
import type { SourceDeps } from '../../../shared/adapters/sources/source-kind.ts';
import { opensWithoutSecret } from '../../../shared/adapters/sources/source-kinds.ts';
import type { Configuration, SourceSettings } from '../../../shared/application/configuration.ts';
import type { EnergySource } from '../../../shared/application/ports.ts';
import { SourceAccessError } from '../../../shared/errors.ts';

export interface SecretParts extends SourceDeps {
  readonly client: SecretsManagerClient;
  /** The secret of each source, by the source's name. */
  readonly secretIds: Readonly<Record<string, string>>;
}

/** The sources of a deployment; a secret is read when its source is first asked for something. */
export function openSourcesWithSecrets({ sources }: Configuration, parts: SecretParts): Map<string, EnergySource> {
  return new Map(Object.entries(sources).map(([name, settings]) => [name, withSecret(name, settings, parts)]));
}

function withSecret(name: string, settings: SourceSettings, parts: SecretParts): EnergySource {
  let opening: Promise<EnergySource> | undefined;
  const source = () => {
    opening ??= open(name, settings, parts);
    return opening;
  };
  return {
    listLocations: async (fleet) => (await source()).listLocations(fleet),
    openLocation: async (ref) => (await source()).openLocation(ref),
  };
}

async function open(name: string, settings: SourceSettings, parts: SecretParts): Promise<EnergySource> {
  if (opensWithoutSecret(settings.kind)) return openSourceWithoutSecret(name, settings, parts);
  const { client, secretIds, clock } = parts;
  const secretId = Object.hasOwn(secretIds, name) ? secretIds[name] : undefined;
  if (secretId === undefined) {
    throw new SourceAccessError(
      `Source ${name} has no secret: add its name to "sources" in the deployment's settings, and deploy.`,
    );
  }
  const credentials = await createSecretReader({ client, secretId, clock }).read();
  return openSource(name, settings, () => credentials, parts);
}
