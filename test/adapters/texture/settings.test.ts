import { describe, expect, it } from 'vitest';
import { checkTextureSettings } from '../../../shared/adapters/texture/settings.ts';

const check = (raw: unknown) => checkTextureSettings(raw, 'sources.texture');

describe('checkTextureSettings', () => {
  it('needs nothing', () => {
    expect(check({})).toEqual({
      settings: {
        apiOrigin: 'https://api.texturehq.com',
        maxConcurrentRequests: 8,
        requestsPerMinute: 1000,
        arrayStyle: 'repeated',
        sites: new Map(),
      },
    });
  });

  it('takes everything that may be said', () => {
    const raw = {
      apiOrigin: 'http://127.0.0.1:8080/',
      maxConcurrentRequests: 2,
      requestsPerMinute: 100,
      arrayFilters: 'brackets',
      sites: { b: { timeZone: 'Asia/Kolkata' }, a: { timeZone: 'UTC', label: 'A', country: 'US' } },
    };
    expect(check(raw)).toEqual({
      settings: {
        apiOrigin: 'http://127.0.0.1:8080',
        maxConcurrentRequests: 2,
        requestsPerMinute: 100,
        arrayStyle: 'brackets',
        sites: new Map([
          ['b', { timeZone: 'Asia/Kolkata', label: null, country: null }],
          ['a', { timeZone: 'UTC', label: 'A', country: 'US' }],
        ]),
      },
    });
  });

  it.each([
    [{ apiOrigin: 'http://api.texturehq.com' }, 'apiOrigin', 'loopback'],
    [{ apiOrigin: 'https://api.texturehq.com/v1' }, 'apiOrigin', 'leave out the path'],
    [{ requestsPerMinute: 0 }, 'requestsPerMinute', 'whole number'],
    [{ maxConcurrentRequests: 33 }, 'maxConcurrentRequests', 'from 1 to 32'],
    [{ arrayFilters: 'csv' }, 'arrayFilters', '"repeated"'],
    [{ sites: ['a'] }, 'sites', 'by site id'],
    [{ sites: { a: 'America/Chicago' } }, 'sites.a', 'by site id'],
    [{ sites: { a: {} } }, 'sites.a.timeZone', 'is missing'],
    [{ sites: { a: { timeZone: 'Mars/Olympus' } } }, 'sites.a.timeZone', 'IANA'],
    [{ sites: { a: { timeZone: 'CST' } } }, 'sites.a.timeZone', 'IANA'],
    [{ sites: { a: { timeZone: 'UTC', label: '' } } }, 'sites.a.label', 'is empty'],
    [{ sites: { a: { timeZone: 'UTC', zone: 'x' } } }, 'sites.a.zone', 'is not a setting'],
    [{ tokenUrl: 'https://x.example' }, 'tokenUrl', 'is not a setting of a texture source'],
  ])('finds the fault in %j', (raw, path, problem) => {
    expect(check(raw)).toEqual({
      faults: [{ path: `sources.texture.${path}`, problem: expect.stringContaining(problem) }],
    });
  });
});
