import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { Clock } from '../../application/ports.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { SourceAccessError, SourceUnavailableError } from '../../errors.ts';
import { awsFailure, isThrottling } from '../aws/failure.ts';
import { parseSourceCredentials, type SourceCredentials } from './source-credentials.ts';

/** @throws SourceAccessError when the secret is missing, forbidden or unusable, SourceUnavailableError when nobody can say */
export interface SecretReader {
  /** The credentials as read at most `maxAgeMs` ago. */
  read(): Promise<SourceCredentials>;
  /** Reads again at once, for credentials that a source has just refused; callers who come together share one read. */
  refresh(): Promise<SourceCredentials>;
}

export interface SecretReaderOptions {
  readonly client: SecretsManagerClient;
  /** Name or ARN. */
  readonly secretId: string;
  readonly clock: Clock;
  /** 15 minutes unless given: by then a rotated secret is in use everywhere. */
  readonly maxAgeMs?: number;
}

const DEFAULT_MAX_AGE_MS = 900_000;

export function createSecretReader(options: SecretReaderOptions): SecretReader {
  const { clock, maxAgeMs = DEFAULT_MAX_AGE_MS } = options;
  let held: { readonly credentials: SourceCredentials; readonly readAt: Instant } | undefined;
  let underWay: Promise<SourceCredentials> | undefined;
  const readNow = async (): Promise<SourceCredentials> => {
    const readAt = clock.now();
    const credentials = await readSecret(options);
    held = { credentials, readAt };
    return credentials;
  };
  const refresh = (): Promise<SourceCredentials> => {
    underWay ??= readNow().finally(() => {
      underWay = undefined;
    });
    return underWay;
  };
  return {
    async read() {
      const ageMs = held === undefined ? Number.POSITIVE_INFINITY : Math.abs(clock.now() - held.readAt);
      return held !== undefined && ageMs < maxAgeMs ? held.credentials : refresh();
    },
    refresh,
  };
}

async function readSecret({ client, secretId }: SecretReaderOptions): Promise<SourceCredentials> {
  let text: string | undefined;
  try {
    ({ SecretString: text } = await client.send(new GetSecretValueCommand({ SecretId: secretId })));
  } catch (error) {
    const { code, httpStatus } = awsFailure(error);
    const what = `Reading the secret ${secretId} failed: ${code}.`;
    if (httpStatus !== undefined && httpStatus >= 400 && httpStatus < 500 && !isThrottling(code)) {
      throw new SourceAccessError(`${what} Check its name and the function's role.`, { cause: error });
    }
    throw new SourceUnavailableError(`${what} The next run tries again.`, { cause: error });
  }
  return parseSourceCredentials(text ?? '', secretId);
}
