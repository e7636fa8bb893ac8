import { ConfigurationError } from '../../errors.ts';
import { Secret } from '../http/secret.ts';
import type { SourceCredentials } from '../secrets-manager/source-credentials.ts';

/** The environment variables that a source's secrets come from: its name in upper case, `_` for `-`. */
export function secretVariables(sourceName: string) {
  const prefix = `METERPOST_${sourceName.toUpperCase().replaceAll('-', '_')}`;
  return {
    clientId: `${prefix}_CLIENT_ID`,
    clientSecret: `${prefix}_CLIENT_SECRET`,
    apiKey: `${prefix}_API_KEY`,
  } as const;
}

/**
 * Takes a source's secrets from the environment; a variable that is set to nothing counts as not set.
 *
 * @throws ConfigurationError naming each variable that is missing, never what the others hold
 */
export function secretsFor(
  sourceName: string,
  environment: Readonly<Record<string, string | undefined>>,
  needed: SourceCredentials['kind'],
): SourceCredentials {
  const variables = secretVariables(sourceName);
  const names = needed === 'client' ? [variables.clientId, variables.clientSecret] : [variables.apiKey];
  const missing = names.filter((name) => !environment[name]);
  if (missing.length > 0) {
    throw new ConfigurationError(
      `The secrets of source ${sourceName} are not complete`,
      missing.map((path) => ({ path, problem: 'is not set in the environment' })),
    );
  }
  const [first = '', second = ''] = names.map((name) => environment[name] ?? '');
  return needed === 'client'
    ? { kind: 'client', clientId: first, clientSecret: new Secret(second) }
    : { kind: 'api-key', apiKey: new Secret(first) };
}

const SECRET_KEYS: Readonly<Record<string, 'clientId' | 'clientSecret' | 'apiKey'>> = {
  clientid: 'clientId',
  clientsecret: 'clientSecret',
  secret: 'clientSecret',
  password: 'clientSecret',
  apikey: 'apiKey',
  token: 'apiKey',
  accesstoken: 'apiKey',
};

/** Why a setting of a source does not belong into the file; undefined when it may. */
export function secretKeyProblem(sourceName: string, key: string): string | undefined {
  const secret = SECRET_KEYS[key.toLowerCase().replaceAll(/[-_]/g, '')];
  if (secret === undefined) return undefined;
  return `does not belong into this file: put it into the environment as ${secretVariables(sourceName)[secret]}, and take it out here`;
}
