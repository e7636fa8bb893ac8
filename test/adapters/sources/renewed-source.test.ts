import { describe, expect, it } from 'vitest';
import { Secret } from '../../../shared/adapters/http/secret.ts';
import type { SourceCredentials } from '../../../shared/adapters/secrets-manager/source-credentials.ts';
import { createRenewedSource } from '../../../shared/adapters/sources/renewed-source.ts';
import type { EnergySource } from '../../../shared/application/ports.ts';
import { SourceAccessError, SourceUnavailableError } from '../../../shared/errors.ts';

const credentials = (secret: string): SourceCredentials => ({
  kind: 'client',
  clientId: 'client',
  clientSecret: new Secret(secret),
});

/** A vault with a text in it, and a source that lets one text in. */
function aVault(kept: string, accepted = 'right') {
  const vault = { kept, cached: kept, accepted, refreshes: 0, opened: [] as string[], failure: undefined as unknown };
  const open = (given: SourceCredentials): EnergySource => {
    const secret = given.kind === 'client' ? given.clientSecret.reveal() : '';
    vault.opened.push(secret);
    return {
      async listLocations() {
        if (vault.failure !== undefined) throw vault.failure;
        if (secret !== vault.accepted) throw new SourceAccessError('refused');
        return { locations: [], incompleteBecause: undefined };
      },
      openLocation: async () => Promise.reject(new SourceAccessError('refused')),
    };
  };
  const source = createRenewedSource(
    {
      read: async () => credentials(vault.cached),
      async refresh() {
        vault.refreshes += 1;
        vault.cached = vault.kept;
        return credentials(vault.kept);
      },
    },
    open,
  );
  return { vault, source };
}

describe('a source whose credentials are kept elsewhere', () => {
  it('is opened once for as long as they stay the same', async () => {
    const { vault, source } = aVault('right');

    await source.listLocations('fleet');
    await source.listLocations('fleet');

    expect(vault.opened).toEqual(['right']);
    expect(vault.refreshes).toBe(0);
  });

  it('is opened again with the new ones as soon as it refuses the old', async () => {
    const { vault, source } = aVault('old', 'old');
    await source.listLocations('fleet');
    Object.assign(vault, { kept: 'right', accepted: 'right' });

    await source.listLocations('fleet');
    await source.listLocations('fleet');

    expect(vault.opened).toEqual(['old', 'right']);
    expect(vault.refreshes).toBe(1);
  });

  it('keeps its refusal when nobody has renewed them, after one look', async () => {
    const { vault, source } = aVault('wrong');

    await expect(source.listLocations('fleet')).rejects.toThrow(SourceAccessError);
    expect(vault).toMatchObject({ opened: ['wrong'], refreshes: 1 });
  });

  it('is asked once more only, whatever the new ones are worth', async () => {
    const { vault, source } = aVault('wrong');
    vault.cached = 'old';

    await expect(source.listLocations('fleet')).rejects.toThrow(SourceAccessError);
    expect(vault).toMatchObject({ opened: ['old', 'wrong'], refreshes: 1 });
  });

  it('has other trouble without anybody looking into the vault', async () => {
    const { vault, source } = aVault('right');
    vault.failure = new SourceUnavailableError('down');

    await expect(source.listLocations('fleet')).rejects.toThrow(SourceUnavailableError);
    expect(vault.refreshes).toBe(0);
  });
});
