import { describe, expect, it } from 'vitest';
import { nextPage } from '../../../shared/adapters/http/next-page.ts';
import { UnexpectedPayloadError } from '../../../shared/errors.ts';
import { hostileNextPages } from './hostile-next-pages.ts';

const CURRENT = new URL('http://api.example:8443/api/curb/location?page=2');
const VISITED = new Set(['http://api.example:8443/api/curb/location', CURRENT.href]);

const next = (value: unknown) => nextPage(value, CURRENT, VISITED, 'GET list');

describe('nextPage', () => {
  it.each([null, undefined, ''])('ends at %j', (value) => {
    expect(next(value)).toBeUndefined();
  });

  it.each([
    ['/api/curb/location?page=3', '?page=3'],
    ['http://api.example:8443/api/curb/location?page=3', '?page=3'],
    ['HTTP://API.EXAMPLE:8443/api/curb/location?page=3', '?page=3'],
    ['//api.example:8443/api/curb/location?page=3', '?page=3'],
    ['?page=3', '?page=3'],
    ['location?page=3', '?page=3'],
    ['./../curb/location?cursor=a%2Fb&page=3#top', '?cursor=a%2Fb&page=3'],
  ])('follows %s', (value, query) => {
    expect(next(value)?.href).toBe(`http://api.example:8443/api/curb/location${query}`);
  });

  it('does not follow what leads elsewhere, or back', () => {
    const values = hostileNextPages('api.example:8443', 'attacker.example');
    expect(values.length).toBeGreaterThan(40);
    for (const value of [...values, '?page=2', '/api/curb/location?page=2#again']) {
      expect(() => next(value), String(value)).toThrow(UnexpectedPayloadError);
      expect(() => next(value), String(value)).toThrow(/^GET list names a next page that .+: it was not followed$/);
    }
  });
});
