import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import type { LedgerLine } from '../../shared/application/explain-report.ts';
import { inOrderOfEvents } from '../../shared/application/ledger-order.ts';
import { parseInstant } from '../../shared/domain/time/instant.ts';

const NOON = parseInstant('2026-11-20T12:00:00Z');
const LATER = parseInstant('2026-11-20T12:00:01Z');

const line = (entry: string, detail: LedgerLine['detail'] = {}, storedAt = NOON): LedgerLine => ({
  entry,
  storedAt,
  detail,
});
const claim = (mail: string, attempt: number, intent: string, revision: number) =>
  line(`mail/${mail}/claim-${attempt}`, { intent, revision });

/** Everything that can happen to a report, within one second; ids of mails in an order that tells nothing. */
const HISTORY: readonly LedgerLine[] = [
  line('plan'),
  line('r1/snapshot', { revision: 1 }),
  line('r1/archived'),
  line('r1/variant-de-DE.pdf'),
  claim('n', 1, 'report', 1),
  line('mail/n/refused-1'),
  claim('n', 2, 'report', 1),
  line('mail/n/sent-2'),
  line('mail/n/event-2'),
  line('outcome/n-2/bounce'),
  claim('o', 1, 'report', 1),
  line('mail/o/refused-1'),
  line('mail/o/done-1', { intent: 'report', revision: 1 }),
  line('mail/p/done-1', { intent: 'report', revision: 1, outcome: 'suppressed' }),
  line('finished', { revision: 1 }),
  line('mail/o/reopened-1', { resolution: 'resend' }),
  claim('o', 41, 'report', 1),
  line('mail/o/sent-41'),
  claim('m', 1, 'resend-2', 1),
  line('mail/m/sent-1'),
  claim('b', 1, 'resend-3', 1),
  line('mail/b/sent-1'),
  line('r2/snapshot', { revision: 2 }),
  line('r2/archived'),
  claim('a', 1, 'revision-2', 2),
  line('mail/a/sent-1'),
  line('rechecked-3'),
];

const names = (lines: readonly LedgerLine[]) => lines.map(({ entry }) => entry);

describe('the lines of a report', () => {
  test.prop([fc.shuffledSubarray([...HISTORY], { minLength: HISTORY.length })])(
    'of one second stand in the order in which they came about, however they are listed',
    (listed) => {
      expect(names(inOrderOfEvents(listed))).toEqual(names(HISTORY));
    },
  );

  test('stand by their time where that differs', () => {
    const late = [line('r1/snapshot', { revision: 1 }, LATER), line('finished', { revision: 1 })];
    expect(names(inOrderOfEvents(late))).toEqual(['finished', 'r1/snapshot']);
  });

  test('of an attempt with a later revision stand behind that revision', () => {
    const history = [
      line('r1/snapshot', { revision: 1 }),
      claim('m', 1, 'report', 1),
      line('mail/m/refused-1'),
      line('r2/snapshot', { revision: 2 }),
      claim('m', 2, 'report', 2),
      line('mail/m/sent-2'),
    ];
    expect(names(inOrderOfEvents(history.toReversed()))).toEqual(names(history));
  });
});
