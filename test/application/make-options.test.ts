import { describe, expect, it } from 'vitest';
import { isAskedFor, makesRevision, optionsFor } from '../../shared/application/make-options.ts';
import { parseReason } from '../../shared/application/restatement-reason.ts';

const request = { location: 'fleet/demo/a', period: '2026-11' };

describe('a request', () => {
  it.each([
    ['a tick', {}, { trigger: 'scheduled', mail: true }, false],
    ['a tick, about a finished report', { recheckDay: 3 }, { trigger: 'scheduled', mail: true, recheckDay: 3 }, false],
    ['a person, without mail', { mail: false }, { trigger: 'on-demand', mail: false }, true],
    [
      'a person, for more',
      { mail: true, resend: 2, revise: 3 },
      { trigger: 'on-demand', mail: true, resend: 2, revise: 3 },
      true,
    ],
    ['a person with a reason', { mail: false, reason: 'x' }, { trigger: 'on-demand', mail: false, restate: 'x' }, true],
    ['a person who decided', { resume: true }, { trigger: 'on-demand', mail: true, resume: true }, true],
  ])('of %s means one thing', (_who, asking, options, askedFor) => {
    expect(optionsFor({ ...request, ...asking })).toEqual(options);
    expect(isAskedFor({ ...request, ...asking })).toBe(askedFor);
  });

  it.each([
    [{}, 1, false],
    [{ revise: true }, 7, true],
    [{ revise: 2 }, 1, true],
    [{ revise: 2 }, 2, false],
    [{ revise: 2 }, 3, false],
  ])('with %j makes a revision after r%i: %s', (wish, latest, expected) => {
    expect(makesRevision({ trigger: 'on-demand', mail: true, ...wish }, latest)).toBe(expected);
  });
});

describe('a reason', () => {
  it.each(['Clamp 4 turned', ' Zählertausch: 12/11, #4711 (CT 2) ', 'x', `a${'b'.repeat(199)}`])(
    'may be %j',
    (text) => {
      expect(parseReason(text)).toBe(text.trim());
    },
  );

  it.each(['', ' ', 'ask owner@example.com', '<b>', 'two\nlines', '-x', `a${'b'.repeat(200)}`, 'a"b', 'a\u202eb'])(
    'may not be %j',
    (text) => {
      expect(() => parseReason(text)).toThrow('must be a line of 1 to 200 letters');
    },
  );
});
