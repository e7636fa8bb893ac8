import { describe, expect, it } from 'vitest';
import { messageTags } from '../../../shared/adapters/ses/message-tags.ts';

const TAGS = { mail: 'abc-1', report: 'def', kind: 'daily', period: '2026-11-19' };

describe('message tags', () => {
  it('carry the ids under their names', () => {
    expect(messageTags(TAGS)).toEqual([
      { Name: 'mail', Value: 'abc-1' },
      { Name: 'report', Value: 'def' },
      { Name: 'kind', Value: 'daily' },
      { Name: 'period', Value: '2026-11-19' },
    ]);
  });

  it.each(['', 'a b', 'owner@example.com', 'Zürich', 'a/b', 'a\r\nb', 'x'.repeat(257)])(
    'are none with %j in them',
    (value) => {
      expect(messageTags({ ...TAGS, report: value })).toBeUndefined();
    },
  );
});
