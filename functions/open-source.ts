import { createCurbFleetSource } from '../shared/adapters/curb-fleet/energy-source.ts';
import { checkCurbFleetSettings } from '../shared/adapters/curb-fleet/settings.ts';
import type { HttpDeps } from '../shared/adapters/http/json-client.ts';
import type { SourceCredentials } from '../shared/adapters/secrets-manager/source-credentials.ts';
import type { SourceSettings } from '../shared/application/configuration.ts';
import type { Clock, EnergySource } from '../shared/application/ports.ts';
import { ConfigurationError, SourceAccessError } from '../shared/errors.ts';

export interface SourceDeps {
  readonly http: HttpDeps;
  readonly clock: Clock;
  /** Time for all requests of one list, or of one location before its first day; the source's own measure unless given. */
  readonly budgetMs?: number;
}

type Opener = (
  name: string,
  settings: SourceSettings['settings'],
  credentials: SourceCredentials,
  deps: SourceDeps,
) => EnergySource;

/** The kinds of sources that there are; a new one is a line here and a folder of its own. */
const OPENERS: Readonly<Record<string, Opener>> = {
  'curb-fleet': (name, raw, credentials, deps) => {
    const checked = checkCurbFleetSettings(raw, `sources.${name}`);
    if ('faults' in checked) throw new ConfigurationError('The configuration is not valid', checked.faults);
    if (credentials.kind !== 'client') {
      throw new SourceAccessError(`The secret of source ${name} has no clientId and clientSecret: store both.`);
    }
    return createCurbFleetSource({ name, settings: checked.settings, credentials, ...deps });
  },
};

/** @throws ConfigurationError, SourceAccessError */
export function openSource(
  name: string,
  { kind, settings }: SourceSettings,
  credentials: SourceCredentials,
  deps: SourceDeps,
): EnergySource {
  const open = Object.hasOwn(OPENERS, kind) ? OPENERS[kind] : undefined;
  if (open === undefined) {
    const problem = `is not a kind of source; there are ${Object.keys(OPENERS).join(', ')}`;
    throw new ConfigurationError('The configuration is not valid', [{ path: `sources.${name}.kind`, problem }]);
  }
  return open(name, settings, credentials, deps);
}
