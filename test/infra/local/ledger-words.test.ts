import { expect, it } from 'vitest';
import { ledgerWords } from '../../../infra/local/ledger-words.ts';
import { parseInstant } from '../../../shared/domain/time/instant.ts';

const storedAt = parseInstant('2026-11-20T12:00:00Z');

it.each([
  ['r1/archived', 'files of r1 are in the archive'],
  ['r2/variant-de-DE.pdf', 'report.de-DE.pdf of r2 is in the archive'],
  ['r1/variant-european.csv', 'report.european.csv of r1 is in the archive'],
])('the ledger entry %s is put into words', (entry, words) => {
  expect(ledgerWords({ entry, storedAt, detail: {} })).toBe(words);
});
