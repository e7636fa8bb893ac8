import { Validations } from 'aws-cdk-lib';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';

/** A place for the credentials of one source. It is born with a random text; somebody who has the credentials puts them there. */
export function sourceSecret(scope: Construct, source: string, key: Key): Secret {
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
