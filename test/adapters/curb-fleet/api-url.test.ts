import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { apiUrl, isFleetName } from '../../../shared/adapters/curb-fleet/api-url.ts';
import { isUsableId } from '../../../shared/adapters/http/path-id.ts';

describe('apiUrl', () => {
  it('puts fleet, segments and query behind the API root', () => {
    const url = apiUrl('https://api.example', 'curb', ['location', 'a b', 'aggregate'], {
      start_time: '1',
      add_other: '1',
    });
    expect(url.href).toBe('https://api.example/api/curb/location/a%20b/aggregate?start_time=1&add_other=1');
  });

  test.prop([fc.string({ unit: 'binary' })])('keeps whatever id is usable inside its own segment', (id) => {
    fc.pre(isUsableId(id));
    const url = apiUrl('https://api.example', 'curb', ['location', id, 'register']);
    const segments = url.pathname.split('/');
    expect(segments).toHaveLength(6);
    expect(decodeURIComponent(segments[4] ?? '')).toBe(id);
    expect([url.origin, url.search, url.hash]).toEqual(['https://api.example', '', '']);
  });

  it.each(['', '.', '..', 'a/b', '\u{d800}', 'x'.repeat(201)])('takes %j for no id', (id) => {
    expect(isUsableId(id)).toBe(false);
  });

  it.each(['curb', 'Curb-2', 'a.b_c~d', '0'])('takes %s for the name of a fleet', (name) => {
    expect(isFleetName(name)).toBe(true);
  });

  it.each(['', '.', '..', '.hidden', 'a/b', 'a b', 'a?b', 'a#b', '%2e%2e', 'a\\b', 'ä', 'x'.repeat(65)])(
    'takes %j for no name of a fleet',
    (name) => {
      expect(isFleetName(name)).toBe(false);
    },
  );
});
