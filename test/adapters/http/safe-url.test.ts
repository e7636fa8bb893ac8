import { describe, expect, it } from 'vitest';
import { originProblem, urlProblem } from '../../../shared/adapters/http/safe-url.ts';

describe('urlProblem', () => {
  it.each([
    'https://example.com/oauth/token',
    'https://example.com:8443/a?b=c',
    'http://127.0.0.1:8080',
    'http://127.9.9.9/',
    'http://localhost:1/x',
    'http://[::1]:8080/',
    // The URL parser turns these into 127.0.0.1.
    'http://0x7f.1/',
    'http://2130706433/',
  ])('accepts %s', (text) => {
    expect(urlProblem(text)).toBeUndefined();
  });

  it.each([
    ['', 'is not a URL'],
    ['example.com', 'is not a URL'],
    ['//example.com', 'is not a URL'],
    ['http://example.com', 'https://'],
    ['http://10.0.0.1', 'https://'],
    ['http://127.0.0.1.example.com', 'https://'],
    ['http://localhost.example.com', 'https://'],
    ['http://0.0.0.0', 'https://'],
    ['http://[::ffff:8.8.8.8]', 'https://'],
    ['ftp://127.0.0.1', 'https://'],
    ['file:///etc/passwd', 'https://'],
    ['javascript:alert(1)', 'https://'],
    ['https://user@example.com', 'user name'],
    ['https://:pass@example.com', 'user name'],
    ['https://real.example@evil.example', 'user name'],
    ['https://example.com/#x', 'behind #'],
  ])('refuses %j', (text, problem) => {
    expect(urlProblem(text)).toContain(problem);
  });
});

describe('originProblem', () => {
  it.each(['https://example.com', 'https://example.com/', 'http://127.0.0.1:1'])('accepts %s', (text) => {
    expect(originProblem(text)).toBeUndefined();
  });

  it.each(['https://example.com/api', 'https://example.com/?x=1', 'http://example.com'])('refuses %s', (text) => {
    expect(originProblem(text)).toBeTypeOf('string');
  });
});
