import type { EnergySource } from '../../application/ports.ts';
import { SourceAccessError } from '../../errors.ts';
import type { SecretReader } from '../secrets-manager/secret-reader.ts';
import type { SourceCredentials } from '../secrets-manager/source-credentials.ts';

/** Opens a source with credentials. @throws SourceAccessError when they are of a kind that the source has no use for */
export type OpenSource = (credentials: SourceCredentials) => EnergySource;

/**
 * A source whose credentials are kept elsewhere. When it refuses them, they are read again, and if somebody has renewed
 * them meanwhile, the call is made once more; tokens and connections last for as long as the credentials do.
 */
export function createRenewedSource(secrets: SecretReader, open: OpenSource): EnergySource {
  let current: { readonly credentials: SourceCredentials; readonly source: EnergySource } | undefined;
  const sourceFor = (credentials: SourceCredentials): EnergySource => {
    if (current === undefined || !areSame(current.credentials, credentials)) {
      current = { credentials, source: open(credentials) };
    }
    return current.source;
  };
  const attempt = async <T>(call: (source: EnergySource) => Promise<T>): Promise<T> => {
    const source = sourceFor(await secrets.read());
    try {
      return await call(source);
    } catch (error) {
      if (!(error instanceof SourceAccessError)) throw error;
      const renewed = sourceFor(await secrets.refresh());
      if (renewed === source) throw error;
      return await call(renewed);
    }
  };
  return {
    listLocations: (fleet) => attempt((source) => source.listLocations(fleet)),
    openLocation: (ref) => attempt((source) => source.openLocation(ref)),
  };
}

function areSame(a: SourceCredentials, b: SourceCredentials): boolean {
  if (a.kind === 'client') {
    return b.kind === 'client' && a.clientId === b.clientId && a.clientSecret.reveal() === b.clientSecret.reveal();
  }
  return b.kind === 'api-key' && a.apiKey.reveal() === b.apiKey.reveal();
}
