import { Stack, Validations } from 'aws-cdk-lib';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { type Permission, readSecrets } from './permissions.ts';

/** The credentials of each source, by the source's name. */
export type SourceSecrets = ReadonlyMap<string, Secret>;

/** Makes a place for the credentials of each source. It is born with a random text; a person puts the credentials there. */
export function createSourceSecrets(scope: Construct, sources: readonly string[], key: Key): SourceSecrets {
  return new Map(sources.map((source) => [source, sourceSecret(scope, source, key)]));
}

function sourceSecret(scope: Construct, source: string, key: Key): Secret {
  const secret = new Secret(scope, `Credentials-${source}`, {
    description: `meterpost: credentials of the source ${source}; JSON with clientId and clientSecret, or with apiKey`,
    encryptionKey: key,
  });
  Validations.of(secret).acknowledge({
    id: 'AwsSolutions-SMG4',
    reason:
      'The source issues these credentials, so that only its operator can rotate them; the functions read them again as soon as they are refused.',
  });
  return secret;
}

export const readingSecrets = (secrets: SourceSecrets): Permission => readSecrets([...secrets.values()]);

/** Where the functions find them, as the variable that they read. */
export function secretsVariable(scope: Construct, secrets: SourceSecrets): string {
  const arns = [...secrets].map(([source, { secretArn }]) => [source, secretArn]);
  return Stack.of(scope).toJsonString(Object.fromEntries(arns));
}
