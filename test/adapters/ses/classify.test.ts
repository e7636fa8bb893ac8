import { SESServiceException } from '@aws-sdk/client-ses';
import { describe, expect, it } from 'vitest';
import { classifySendFailure } from '../../../shared/adapters/ses/classify.ts';

/** An error as the SDK makes it of an answer. */
function answered(httpStatusCode: number, code: string, message = 'said SES') {
  const $fault = httpStatusCode < 500 ? 'client' : 'server';
  return new SESServiceException({ name: code, $fault, message, $metadata: { httpStatusCode } });
}

/** An error as the network throws it. */
function broken(details: { code?: string; syscall?: string; name?: string }) {
  return Object.assign(new Error('the network said so'), details);
}

const PERMANENT = { outcome: 'refused', permanent: true };
const PASSING = { outcome: 'refused', permanent: false };
const DOUBTFUL = { outcome: 'doubtful' };

describe('an answer of SES that is no acceptance', () => {
  it.each([
    [400, 'Throttling', 'Maximum sending rate exceeded.', { ...PASSING, retryAfterMs: 10_000 }],
    [400, 'ThrottlingException', 'Maximum sending rate exceeded.', { ...PASSING, retryAfterMs: 10_000 }],
    [400, 'Throttling', 'Daily message quota exceeded.', { ...PASSING, retryAfterMs: 3_600_000 }],
    [400, 'LimitExceededException', 'Daily sending quota exceeded', { ...PASSING, retryAfterMs: 3_600_000 }],
    [429, 'TooManyRequestsException', 'slow down', { ...PASSING, retryAfterMs: 10_000 }],
    [400, 'MessageRejected', 'Email address is not verified: a@example.com', PERMANENT],
    [400, 'MailFromDomainNotVerifiedException', '', PERMANENT],
    [400, 'ConfigurationSetDoesNotExist', '', PERMANENT],
    [400, 'AccountSendingPausedException', '', PERMANENT],
    [400, 'ConfigurationSetSendingPausedException', '', PERMANENT],
    [400, 'InvalidParameterValue', "Message length is more than 10485760 bytes long: '12078147'.", PERMANENT],
    [403, 'AccessDenied', '', PERMANENT],
    [403, 'InvalidClientTokenId', '', PERMANENT],
    [403, 'ExpiredToken', '', PASSING],
    [403, 'SignatureDoesNotMatch', 'Signature expired', PASSING],
    [400, 'RequestExpired', '', PASSING],
    [408, 'RequestTimeout', '', DOUBTFUL],
    [500, 'InternalFailure', '', DOUBTFUL],
    [502, 'Unknown', '', DOUBTFUL],
    [503, 'ServiceUnavailable', '', DOUBTFUL],
    [503, 'Throttling', 'Maximum sending rate exceeded.', DOUBTFUL],
    [504, 'Unknown', '', DOUBTFUL],
    [403, 'Unknown', 'a proxy said so', DOUBTFUL],
    [404, 'NotFound', '', DOUBTFUL],
    [302, 'Unknown', '', DOUBTFUL],
    [200, 'Unknown', 'an answer that is not XML', DOUBTFUL],
  ])('%i %s %s', (status, code, message, expected) => {
    expect(classifySendFailure(answered(status, code, message), false)).toEqual({ ...expected, code });
  });
});

describe('a connection that failed', () => {
  it.each([
    ['the host is unknown', broken({ code: 'ENOTFOUND', syscall: 'getaddrinfo' })],
    ['the name service is down', broken({ code: 'EAI_AGAIN', syscall: 'getaddrinfo' })],
    ['nobody listens', broken({ code: 'ECONNREFUSED', syscall: 'connect' })],
    ['no way leads there', broken({ code: 'ENETUNREACH', syscall: 'connect' })],
    ['connecting takes too long', broken({ code: 'ETIMEDOUT', syscall: 'connect' })],
    [
      'each of its addresses failed',
      Object.assign(new AggregateError([broken({ syscall: 'connect' }), broken({ syscall: 'connect' })], 'none'), {
        code: 'ECONNREFUSED',
      }),
    ],
  ])('is a certain refusal that may pass when %s', (_, error) => {
    expect(classifySendFailure(error, false)).toEqual({ ...PASSING, code: error['code' as keyof typeof error] });
  });

  it.each([
    ['was reset', broken({ code: 'ECONNRESET', syscall: 'read' })],
    ['was closed while the mail was written', broken({ code: 'EPIPE', syscall: 'write' })],
    ['hung up without an answer', broken({ code: 'ECONNRESET' })],
    ['gave no answer in time', broken({ code: 'ETIMEDOUT', name: 'TimeoutError' })],
    ['fell silent in the middle of an answer', broken({ name: 'TimeoutError' })],
    ['was given up by us', broken({ name: 'AbortError' })],
    ['broke the encryption', broken({ code: 'ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC' })],
    [
      'met one address that took bytes',
      new AggregateError([broken({ syscall: 'connect' }), broken({ syscall: 'read' })], 'some'),
    ],
    ['met no address', new AggregateError([], 'none')],
  ])('leaves a doubt when it %s', (_, error) => {
    expect(classifySendFailure(error, false)).toMatchObject(DOUBTFUL);
  });

  it('is a certain refusal, whatever the error, when no byte had been written', () => {
    expect(classifySendFailure(broken({ code: 'ECONNRESET', syscall: 'read' }), true)).toMatchObject(PASSING);
    expect(classifySendFailure(broken({ code: 'CERT_HAS_EXPIRED' }), true)).toMatchObject(PASSING);
  });

  it('leaves a doubt when a 4xx was not SES speaking, but an answer that could not be read', () => {
    const unreadable = Object.assign(new SyntaxError('no XML'), { $metadata: { httpStatusCode: 400 } });

    expect(classifySendFailure(unreadable, false)).toEqual({ ...DOUBTFUL, code: 'SyntaxError' });
  });

  it.each([['a text'], [undefined], [null], [{ name: 'Throttling' }]])('leaves a doubt when %s is thrown', (thrown) => {
    expect(classifySendFailure(thrown, false)).toEqual({ ...DOUBTFUL, code: 'unknown' });
  });
});
