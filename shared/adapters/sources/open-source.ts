import type { SourceSettings } from '../../application/configuration.ts';
import type { EnergySource } from '../../application/ports.ts';
import { ConfigurationError, SourceAccessError } from '../../errors.ts';
import type { SourceCredentials } from '../secrets-manager/source-credentials.ts';
import { type CredentialsKind, NO_CREDENTIALS, type SourceDeps } from './source-kind.ts';
import { SOURCE_KINDS, sourceKindOf } from './source-kinds.ts';

const NOT_VALID = 'The configuration is not valid';

const WHAT_IS_MISSING: Readonly<Record<CredentialsKind, string>> = {
  client: 'has no clientId and clientSecret: store both',
  'api-key': 'has no apiKey: store it',
  none: 'is not needed',
};

/** Opens a source of a kind that needs no secret. @throws ConfigurationError */
export function openSourceWithoutSecret(name: string, settings: SourceSettings, deps: SourceDeps): EnergySource {
  const needsOne = (): never => {
    throw new SourceAccessError(`Source ${name} has no secret, and needs one.`);
  };
  return openSource(name, settings, needsOne, deps);
}

/**
 * Opens one source of the configuration; nothing is asked of it yet.
 *
 * @param credentials called when the settings are in order, with the kind that the source needs, if it needs any
 * @throws ConfigurationError when its kind or its settings are none, SourceAccessError when its credentials are of another
 * kind; what `credentials` throws
 */
export function openSource(
  name: string,
  settings: SourceSettings,
  credentials: (needed: SourceCredentials['kind']) => SourceCredentials,
  deps: SourceDeps,
): EnergySource {
  const kind = sourceKindOf(settings.kind);
  if (kind === undefined) {
    const problem = `is not a kind of source; there are ${Object.keys(SOURCE_KINDS).join(', ')}`;
    throw new ConfigurationError(NOT_VALID, [{ path: `sources.${name}.kind`, problem }]);
  }
  const faults = kind.faults(settings.settings, `sources.${name}`, settings.fleets);
  if (faults.length > 0) throw new ConfigurationError(NOT_VALID, faults);
  const given = kind.credentials === 'none' ? NO_CREDENTIALS : credentials(kind.credentials);
  const source = kind.open(name, settings, given, deps);
  if (source === undefined) {
    throw new SourceAccessError(`The secret of source ${name} ${WHAT_IS_MISSING[kind.credentials]}.`);
  }
  return source;
}
