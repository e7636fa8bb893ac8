import { describe, expect, test } from 'vitest';
import { secretsFor } from '../../../shared/adapters/configuration/secrets.ts';
import { ConfigurationError } from '../../../shared/errors.ts';

describe('secretsFor', () => {
  const environment = {
    METERPOST_CURB_CLIENT_ID: 'id-1',
    METERPOST_CURB_CLIENT_SECRET: 'hush-1',
    METERPOST_MY_2ND_SOURCE_CLIENT_ID: 'id-2',
    METERPOST_MY_2ND_SOURCE_CLIENT_SECRET: 'hush-2',
    METERPOST_TEXTURE_API_KEY: 'hush-3',
    METERPOST_HALF_CLIENT_ID: 'id-4',
    METERPOST_HALF_CLIENT_SECRET: '',
  };

  test.each([
    ['curb', 'id-1', 'hush-1'],
    ['my-2nd-Source', 'id-2', 'hush-2'],
  ])('takes those of %s from its variables', (name, clientId, secret) => {
    const found = secretsFor(name, environment, 'client');

    expect(found).toMatchObject({ kind: 'client', clientId });
    expect(found.clientSecret.reveal()).toBe(secret);
  });

  test('takes an api key', () => {
    const found = secretsFor('texture', environment, 'api-key');

    expect(found.apiKey.reveal()).toBe('hush-3');
  });

  test.each([
    ['half', 'client', ['METERPOST_HALF_CLIENT_SECRET']],
    ['other', 'client', ['METERPOST_OTHER_CLIENT_ID', 'METERPOST_OTHER_CLIENT_SECRET']],
    ['other', 'api-key', ['METERPOST_OTHER_API_KEY']],
  ] as const)('names every variable that %s (%s) lacks, and no value', (name, needed, missing) => {
    const attempt = () => secretsFor(name, environment, needed);

    expect(attempt).toThrow(ConfigurationError);
    expect(attempt).toThrow(missing.map((path) => `${path}: is not set in the environment`).join('; '));
    expect(attempt).not.toThrow(/id-4/);
  });
});
