import { describe, expect, test } from 'vitest';
import { problemLines, problemOf, reportFailure } from '../../../infra/local/problems.ts';
import { ConfigurationError, SourceUnavailableError, UnexpectedPayloadError } from '../../../shared/errors.ts';

describe('problems', () => {
  test('are a line each, whatever is in them', () => {
    const problems = [
      { about: 'curb/curb/a 2026-10', message: 'first\n  second\r\nthird', retryable: true },
      { about: '', message: 'on its own', retryable: false },
    ];

    expect(problemLines(problems)).toBe('meterpost: curb/curb/a 2026-10: first second third\nmeterpost: on its own\n');
  });

  test('of expected failures say what those say', () => {
    const error = new SourceUnavailableError('GET /location answered 503; try again later');

    expect(problemOf('curb/curb/a', error)).toEqual({ about: 'curb/curb/a', message: error.message, retryable: true });
  });

  test('of broken answers say what to do as well', () => {
    const error = new UnexpectedPayloadError('GET /aggregate answered in an unknown shape: end: expected number');

    expect(problemOf('curb/curb/a', error).message).toBe(
      `${error.message}; a later run asks again; if it goes on, whoever runs the source has to mend it`,
    );
  });

  test('of defects say where, and repeat no data', () => {
    const { message, retryable } = problemOf('curb/curb/a', new SyntaxError('Unexpected token in "owner@example.com"'));

    expect(message).toMatch(/^a defect in meterpost: SyntaxError at .*problems\.test\.ts:\d+.*please report it\.$/);
    expect(message).not.toContain('owner@example.com');
    expect(retryable).toBe(false);
  });

  test.each([
    [new TypeError('x is not a function'), /x is not a function/],
    ['a text', /an unknown failure/],
    [undefined, /an unknown failure/],
  ])('of the defect %s say what V8 says of the code, if anything', (error, expected) => {
    expect(problemOf('a', error).message).toMatch(expected);
  });
});

describe('reportFailure', () => {
  test('tells every fault of a configuration and asks for status 2', () => {
    const written: string[] = [];
    const faults = [
      { path: 'meterpost.config.json: version', problem: 'is missing' },
      { path: 'METERPOST_CURB_CLIENT_ID', problem: 'is not set in the environment' },
    ];

    expect(reportFailure(new ConfigurationError('bad', faults), (text) => written.push(text))).toBe(2);
    expect(written.join('')).toBe(
      'meterpost: meterpost.config.json: version: is missing\nmeterpost: METERPOST_CURB_CLIENT_ID: is not set in the environment\n',
    );
  });

  test('asks for status 1 otherwise', () => {
    expect(reportFailure(new Error('?'), () => {})).toBe(1);
  });
});
