import { describe, expect, it } from 'vitest';
import { createUnreachableTree } from '../../../shared/adapters/files/unreachable-tree.ts';
import { Secret } from '../../../shared/adapters/http/secret.ts';
import type { SourceCredentials } from '../../../shared/adapters/secrets-manager/source-credentials.ts';
import { openSource } from '../../../shared/adapters/sources/open-source.ts';
import { ConfigurationError, SourceAccessError } from '../../../shared/errors.ts';
import { createHttpWorld } from '../../support/http-world.ts';

const CLIENT: SourceCredentials = { kind: 'client', clientId: 'client', clientSecret: new Secret('canary') };
const KEY: SourceCredentials = { kind: 'api-key', apiKey: new Secret('canary') };
const CURB = {
  kind: 'curb-fleet',
  fleets: ['curb'],
  settings: { apiOrigin: 'http://127.0.0.1:9', tokenUrl: 'http://127.0.0.1:9/oauth/token', audience: 'fleet' },
};
const TEXTURE = { kind: 'texture', fleets: ['homes'], settings: { apiOrigin: 'http://127.0.0.1:9' } };

function open(source: typeof CURB | typeof TEXTURE, given: SourceCredentials) {
  const { http, clock } = createHttpWorld();
  const asked: string[] = [];
  const credentials = (needed: string) => {
    asked.push(needed);
    return given;
  };
  const openTree = () => createUnreachableTree('not in this test');
  return { asked, open: () => openSource('home', source, credentials, { http, clock, openTree }) };
}

describe('openSource', () => {
  it.each([
    [CURB, CLIENT],
    [TEXTURE, KEY],
  ])('opens %j with what its kind needs, and asks nothing yet', (source, credentials) => {
    const opening = open(source, credentials);

    expect(Object.keys(opening.open()).sort()).toEqual(['listLocations', 'openLocation']);
    expect(opening.asked).toEqual([credentials.kind]);
  });

  it.each([
    [CURB, KEY, 'has no clientId and clientSecret'],
    [TEXTURE, CLIENT, 'has no apiKey'],
  ])('refuses credentials of another kind for %j', (source, credentials, problem) => {
    const opening = open(source, credentials);

    expect(opening.open).toThrow(SourceAccessError);
    expect(opening.open).toThrow(problem);
  });

  it.each([
    [{ ...TEXTURE, kind: 'toString' }, /sources\.home\.kind: is not a kind of source; there are curb-fleet, texture/],
    [{ ...TEXTURE, fleets: ['a', 'b'] }, /sources\.home\.fleets: must name one fleet/],
    [{ ...TEXTURE, settings: { apiOrigin: 'x' } }, /sources\.home\.apiOrigin: is not a URL/],
  ])('finds the fault in %j before it asks for a secret', (source, problem) => {
    const opening = open(source, KEY);

    expect(opening.open).toThrow(ConfigurationError);
    expect(opening.open).toThrow(problem);
    expect(opening.asked).toEqual([]);
  });
});
