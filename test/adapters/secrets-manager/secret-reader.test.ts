import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { createSecretReader } from '../../../shared/adapters/secrets-manager/secret-reader.ts';
import { createSecretsClient } from '../../../shared/adapters/secrets-manager/secrets-client.ts';
import { startAwsWorld } from '../../support/aws-world.ts';

const FIRST = '{"clientId":"reader","clientSecret":"canary-first"}';
const SECOND = '{"clientId":"reader","clientSecret":"canary-second"}';

async function aReader(text?: string) {
  const world = await startAwsWorld();
  if (text !== undefined) world.standIn.secrets.put('meterpost/curb', text);
  const client = createSecretsClient(world.access);
  const reader = createSecretReader({ client, secretId: 'meterpost/curb', clock: world.clock });
  const secretOf = async (read: ReturnType<typeof reader.read>) => {
    const credentials = await read;
    return credentials.kind === 'client' ? credentials.clientSecret.reveal() : credentials.apiKey.reveal();
  };
  return { ...world, reader, secretOf };
}

describe('a secret', () => {
  it('opens a source as a client or by a key', async () => {
    const client = await (await aReader(FIRST)).reader.read();
    expect(client).toMatchObject({ kind: 'client', clientId: 'reader' });

    const { reader, secretOf } = await aReader('{"apiKey":"canary-key","note":"for the pilot"}');
    expect(await secretOf(reader.read())).toBe('canary-key');
  });

  it('is read once for all who ask within a quarter of an hour', async () => {
    const { reader, standIn, clock } = await aReader(FIRST);

    await Promise.all([reader.read(), reader.read(), reader.read()]);
    clock.advance(899_999);
    await reader.read();
    expect(standIn.calls).toHaveLength(1);

    clock.advance(1);
    await reader.read();
    expect(standIn.calls).toHaveLength(2);
  });

  it('is in use everywhere a quarter of an hour after it was rotated', async () => {
    const { reader, standIn, clock, secretOf } = await aReader(FIRST);
    await reader.read();
    standIn.secrets.put('meterpost/curb', SECOND);

    expect(await secretOf(reader.read())).toBe('canary-first');
    clock.advance(900_000);
    expect(await secretOf(reader.read())).toBe('canary-second');
  });

  it('is read again at once when a source refuses it, once for all who were refused', async () => {
    const { reader, standIn, secretOf } = await aReader(FIRST);
    await reader.read();
    standIn.secrets.put('meterpost/curb', SECOND);

    const refreshed = await Promise.all([1, 2, 3].map(() => secretOf(reader.refresh())));

    expect(refreshed).toEqual(['canary-second', 'canary-second', 'canary-second']);
    expect(await secretOf(reader.read())).toBe('canary-second');
    expect(standIn.calls).toHaveLength(2);
  });

  it('is asked for anew after a read that failed', async () => {
    const { reader, standIn, secretOf } = await aReader(FIRST);
    const fault = { service: 'secretsmanager', kind: 'error', at: 'before' } as const;
    standIn.faults.add({ ...fault, status: 500, code: 'InternalServiceError', times: 3 });

    await expect(reader.read()).rejects.toMatchObject({ name: 'SourceUnavailableError' });
    expect(await secretOf(reader.read())).toBe('canary-first');
  });

  it('survives a lost reply', async () => {
    const { reader, standIn, secretOf } = await aReader(FIRST);
    standIn.faults.add({ service: 'secretsmanager', kind: 'reset', at: 'after' });

    expect(await secretOf(reader.read())).toBe('canary-first');
  });
});

describe('a secret that cannot be used', () => {
  it('is missed by name', async () => {
    const { reader } = await aReader();

    await expect(reader.read()).rejects.toMatchObject({
      name: 'SourceAccessError',
      message:
        "Reading the secret meterpost/curb failed: ResourceNotFoundException. Check its name and the function's role.",
    });
  });

  it.each([
    ['plain text', 'canary-plain-text'],
    ['broken JSON', '{"clientSecret": canary'],
    ['JSON of another shape', '{"client_secret":"canary"}'],
    ['half of a pair', '{"clientSecret":"canary"}'],
    ['an empty member', '{"clientId":"","clientSecret":"canary"}'],
    ['a number', '{"apiKey":12345678}'],
    ['a list', '["canary"]'],
    ['nothing', ''],
  ])('because it is %s says how to store it, and repeats nothing of it', async (_, text) => {
    const { reader } = await aReader(text);

    const error: unknown = await reader.read().catch((reason: unknown) => reason);

    expect(error).toMatchObject({
      name: 'SourceAccessError',
      retryable: false,
      message: expect.stringContaining('"clientId" and "clientSecret", or with "apiKey"'),
    });
    expect(inspect(error, { depth: 10 })).not.toMatch(/canary|12345678/);
  });

  it('shows in no print of what was read', async () => {
    const credentials = await (await aReader(FIRST)).reader.read();

    expect(inspect(credentials) + JSON.stringify(credentials)).not.toContain('canary');
  });
});
