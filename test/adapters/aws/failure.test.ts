import { describe, expect, it } from 'vitest';
import { awsFailure, isThrottling } from '../../../shared/adapters/aws/failure.ts';

describe('a failure of AWS', () => {
  it.each([
    ['Throttling', true],
    ['ThrottlingException', true],
    ['ThrottledException', true],
    ['RequestThrottled', true],
    ['RequestThrottledException', true],
    ['KmsThrottled', true],
    ['TooManyRequestsException', true],
    ['LimitExceededException', true],
    ['SlowDown', true],
    ['AccessDenied', false],
    ['MessageRejected', false],
    ['ThrottlingOfSomethingElse', false],
  ])('called %s is a call to slow down: %s', (code, expected) => {
    expect(isThrottling(code)).toBe(expected);
  });

  it.each(['owner@example.com', '12 High Street', 'a\nb', '', 'x'.repeat(81)])(
    'has no code that is a text: %j',
    (name) => {
      const error = Object.assign(new Error('x'), { name, $fault: 'client', $metadata: { httpStatusCode: 400 } });
      expect(awsFailure(error)).toEqual({ code: 'unknown', httpStatus: 400, fromService: true });
      expect(awsFailure(Object.assign(new Error('x'), { code: name })).code).toBe('unknown');
    },
  );

  it.each([
    [
      Object.assign(new Error('x'), { name: 'NoSuchKey', $fault: 'client', $metadata: { httpStatusCode: 404 } }),
      404,
      true,
    ],
    [Object.assign(new Error('x'), { name: 'TimeoutError', code: 'NoSuchKey' }), undefined, false],
    [Object.assign(new Error('x'), { name: 'NoSuchKey', $metadata: {} }), undefined, false],
  ])('has the code of the service or of the network: %s', (error, httpStatus, fromService) => {
    expect(awsFailure(error)).toEqual({ code: 'NoSuchKey', httpStatus, fromService });
  });

  it.each([['text'], [undefined], [null], [42]])('is unknown when %s was thrown', (thrown) => {
    expect(awsFailure(thrown)).toEqual({ code: 'unknown', httpStatus: undefined, fromService: false });
  });
});
