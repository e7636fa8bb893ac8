import { describe, expect, it, onTestFinished } from 'vitest';
import { createFactsArchive } from '../../shared/application/facts-archive.ts';
import { factsPrefix } from '../../shared/application/keys.ts';
import type { ObjectStore } from '../../shared/application/ports.ts';
import { datesBetween, parseLocalDate } from '../../shared/domain/time/local-date.ts';
import { StoreError } from '../../shared/errors.ts';

const REF = { source: 'curb', fleet: 'curb', id: 'house' };
const PREFIX = factsPrefix(REF, '2026-10');
const DAY = `${PREFIX}2026-10-01/f1.json`;
const BATCH = `${PREFIX}batches/2026-10-02.03/0123456789abcdef.json.gz`;
const DATES = datesBetween(parseLocalDate('2026-10-01'), parseLocalDate('2026-10-06'));

/** A store in which reading a batch goes wrong at once, while a day's own object takes its time. */
const store: ObjectStore = {
  putNew: async () => 'created',
  async get(key) {
    if (key === BATCH) throw new StoreError('The store is away.');
    for (let turn = 0; turn < 5; turn += 1) await new Promise(setImmediate);
    return undefined;
  },
  async *list() {
    yield* [DAY, BATCH];
  },
};

describe('a month of facts', () => {
  it('that cannot be read fails where somebody waits for it, and nowhere else', async () => {
    const unheard: unknown[] = [];
    const listen = (reason: unknown) => unheard.push(reason);
    process.on('unhandledRejection', listen);
    onTestFinished(() => void process.off('unhandledRejection', listen));
    const archive = createFactsArchive({
      archive: store,
      ledger: store,
      pauses: { random: () => 0.5, sleep: async () => {} },
    });

    await expect(archive.read(REF, DATES)).rejects.toThrow('The store is away.');
    await new Promise(setImmediate);

    expect(unheard).toEqual([]);
  });
});
