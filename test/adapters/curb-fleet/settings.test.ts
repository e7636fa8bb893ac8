import { describe, expect, it } from 'vitest';
import { checkCurbFleetSettings } from '../../../shared/adapters/curb-fleet/settings.ts';

const GOOD = {
  apiOrigin: 'https://admin.energycurb.com',
  tokenUrl: 'https://energycurb.auth0.com/oauth/token',
  audience: 'fleet.prod.energycurb.com',
};

const check = (raw: unknown) => checkCurbFleetSettings(raw, 'sources.curb');

describe('checkCurbFleetSettings', () => {
  it('fills in what may be left out', () => {
    expect(check(GOOD)).toEqual({
      settings: {
        ...GOOD,
        maxConcurrentRequests: 4,
        excludedRegisters: new Map(),
        batterySign: 'charging-positive',
      },
    });
  });

  it('takes everything that may be said', () => {
    const raw = {
      ...GOOD,
      apiOrigin: 'http://127.0.0.1:8080/',
      tokenUrl: 'http://localhost:8080/oauth/token?tenant=x',
      maxConcurrentRequests: 1,
      excludedRegisters: JSON.parse('{"house-1":["main-2","main-3"],"__proto__":["x"],"house-2":[]}'),
      batterySign: 'discharging-positive',
    };
    expect(check(raw)).toEqual({
      settings: {
        ...raw,
        apiOrigin: 'http://127.0.0.1:8080',
        excludedRegisters: new Map([
          ['house-1', new Set(['main-2', 'main-3'])],
          ['house-2', new Set()],
        ]),
      },
    });
  });

  it.each([
    [{ ...GOOD, apiOrigin: undefined }, 'sources.curb.apiOrigin', 'is missing'],
    [{ ...GOOD, apiOrigin: 5 }, 'sources.curb.apiOrigin', 'must be a text'],
    [{ ...GOOD, apiOrigin: 'admin.energycurb.com' }, 'sources.curb.apiOrigin', 'is not a URL'],
    [{ ...GOOD, apiOrigin: 'http://admin.energycurb.com' }, 'sources.curb.apiOrigin', 'loopback'],
    [{ ...GOOD, apiOrigin: 'https://admin.energycurb.com/api' }, 'sources.curb.apiOrigin', 'leave out the path'],
    [{ ...GOOD, tokenUrl: 'https://u:s3cret@energycurb.auth0.com/t' }, 'sources.curb.tokenUrl', 'user name'],
    [{ ...GOOD, tokenUrl: '' }, 'sources.curb.tokenUrl', 'is not a URL'],
    [{ ...GOOD, audience: '' }, 'sources.curb.audience', 'is empty'],
    [{ ...GOOD, audience: null }, 'sources.curb.audience', 'must be a text'],
    [{ ...GOOD, maxConcurrentRequests: 0 }, 'sources.curb.maxConcurrentRequests', 'from 1 to 32'],
    [{ ...GOOD, maxConcurrentRequests: 1.5 }, 'sources.curb.maxConcurrentRequests', 'from 1 to 32'],
    [{ ...GOOD, maxConcurrentRequests: '4' }, 'sources.curb.maxConcurrentRequests', 'from 1 to 32'],
    [{ ...GOOD, maxConcurrentRequests: 1e9 }, 'sources.curb.maxConcurrentRequests', 'from 1 to 32'],
    [{ ...GOOD, excludedRegisters: ['main-2'] }, 'sources.curb.excludedRegisters', 'by location id'],
    [{ ...GOOD, excludedRegisters: { house: 'main-2' } }, 'sources.curb.excludedRegisters.house', 'by location id'],
    [{ ...GOOD, excludedRegisters: { house: [1] } }, 'sources.curb.excludedRegisters.house[0]', 'must be a text'],
    [{ ...GOOD, batterySign: 'positive' }, 'sources.curb.batterySign', 'charging-positive'],
    [{ ...GOOD, clientSecret: 's3cret' }, 'sources.curb.clientSecret', 'is not a setting'],
    ['x', 'sources.curb', 'must be an object'],
    [null, 'sources.curb', 'must be an object'],
  ])('finds the fault in %j', (raw, path, problem) => {
    const checked = check(raw);
    expect(checked).toMatchObject({ faults: [{ path, problem: expect.stringContaining(problem) }] });
    expect(JSON.stringify(checked)).not.toContain('s3cret');
  });

  it('lists all faults at once', () => {
    expect(check({ apiOrigin: 'x', extra: 1, more: 2 })).toMatchObject({
      faults: expect.arrayContaining(
        ['apiOrigin', 'tokenUrl', 'audience', 'extra', 'more'].map((key) =>
          expect.objectContaining({ path: `sources.curb.${key}` }),
        ),
      ),
    });
  });
});
