import { describe, expect, it } from 'vitest';
import { errorCodeOf, parseJson } from '../../../shared/adapters/http/parse-json.ts';
import { UnexpectedPayloadError } from '../../../shared/errors.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);

describe('parseJson', () => {
  it.each([
    ['an object', '{"a":[1,null]}', { a: [1, null] }],
    ['a byte order mark', '\u{feff}[1]', [1]],
    ['space around', ' \r\n {}\n', {}],
    ['32 levels', nested(32), JSON.parse(nested(32))],
    ['the last of two equal keys', '{"a":1,"a":2}', { a: 2 }],
  ])('reads %s', (_, text, expected) => {
    expect(parseJson(bytes(text), 'GET x')).toEqual(expected);
  });

  it.each([
    ['nothing', '', 'with nothing'],
    ['blanks', ' \n ', 'with nothing'],
    ['a web page', '<!doctype html><p>Sign in, Ada Lovelace', 'a web page'],
    ['an XML error', '<Error><Code>AccessDenied</Code></Error>', 'a web page'],
    ['half an object', '{"label":"Ada Lovelace", "x":', 'not JSON, or that breaks off'],
    ['plain text', 'Ada Lovelace is not authorised', 'not JSON, or that breaks off'],
    ['NaN', '{"kwh":NaN}', 'not JSON'],
    ['bytes that are no text', '\u{0}\u{1}\u{2}', 'not JSON'],
    ['33 levels', nested(33), 'deeper than 32'],
    ['a million levels', '['.repeat(1_000_000), 'deeper than 32'],
  ])('refuses %s without quoting it', (_, text, problem) => {
    const read = () => parseJson(bytes(text), 'GET https://api.example/x');
    expect(read).toThrow(UnexpectedPayloadError);
    expect(read).toThrow(problem);
    expect(read).toThrow('GET https://api.example/x');
    expect(read).not.toThrow(/Lovelace/);
  });
});

describe('errorCodeOf', () => {
  it.each([
    ['{"error":"invalid_client","error_description":"x"}', 'invalid_client'],
    ['{"error":"Not a code, but a sentence"}', undefined],
    ['{"error":{"message":"x"}}', undefined],
    ['[]', undefined],
    ['null', undefined],
    ['', undefined],
    ['<p>', undefined],
    [`{"error":"invalid_client","padding":"${'x'.repeat(20_000)}"}`, undefined],
  ])('finds in %.60s… the code %s', (text, expected) => {
    expect(errorCodeOf(bytes(text))).toBe(expected);
  });
});
