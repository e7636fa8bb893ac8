import { errors } from 'undici';
import { describe, expect, it } from 'vitest';
import { transportFailure } from '../../../shared/adapters/http/transport-failure.ts';

const coded = (code: string) => Object.assign(new Error('canary'), { code });

describe('transportFailure', () => {
  it.each([
    'ECONNREFUSED',
    'ENOTFOUND',
    'EAI_AGAIN',
    'EHOSTUNREACH',
    'UND_ERR_CONNECT_TIMEOUT',
    'CERT_HAS_EXPIRED',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'ERR_TLS_CERT_ALTNAME_INVALID',
    'ERR_SSL_WRONG_VERSION_NUMBER',
  ])('takes %s as a source that cannot be reached', (code) => {
    expect(transportFailure(coded(code), false)).toEqual({ kind: 'unreachable', code });
  });

  it.each(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET', 'HPE_INVALID_CONSTANT'])('takes %s as a broken one', (code) => {
    expect(transportFailure(coded(code), false)).toEqual({ kind: 'broken', code });
    expect(transportFailure(coded(code), true)).toEqual({ kind: 'cut-off', code });
  });

  it.each([
    ['a wrong argument', new errors.InvalidArgumentError('x')],
    ['a closed agent', new errors.ClientDestroyedError('x')],
    ['a mistake in the code', new TypeError('x')],
    ['what is no error', 'x'],
  ])('throws %s on', (_, error) => {
    expect(() => transportFailure(error, false)).toThrow(error instanceof Error ? error : 'x');
  });
});
