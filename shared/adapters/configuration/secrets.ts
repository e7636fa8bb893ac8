import { ConfigurationError, type Fault } from '../../errors.ts';
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

/** The variables that a source of credentials of that kind is opened with. */
export function variablesOf(sourceName: string, needed: SourceCredentials['kind']): readonly string[] {
  const { clientId, clientSecret, apiKey } = secretVariables(sourceName);
  return needed === 'client' ? [clientId, clientSecret] : [apiKey];
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Takes a source's secrets from the environment; a variable that is set to nothing counts as not set.
 *
 * @throws ConfigurationError naming each variable that is missing, never what the others hold
 */
export function secretsFor<Kind extends SourceCredentials['kind']>(
  sourceName: string,
  environment: Environment,
  needed: Kind,
): Extract<SourceCredentials, { kind: Kind }>;
export function secretsFor(
  sourceName: string,
  environment: Environment,
  needed: SourceCredentials['kind'],
): SourceCredentials {
  const variables = secretVariables(sourceName);
  const faults: Fault[] = [];
  const take = (name: string): string => {
    const value = environment[name] ?? '';
    if (value === '') faults.push({ path: name, problem: 'is not set in the environment' });
    return value;
  };
  const credentials: SourceCredentials =
    needed === 'client'
      ? { kind: needed, clientId: take(variables.clientId), clientSecret: new Secret(take(variables.clientSecret)) }
      : { kind: needed, apiKey: new Secret(take(variables.apiKey)) };
  if (faults.length > 0) throw new ConfigurationError(`The secrets of source ${sourceName} are not complete`, faults);
  return credentials;
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
