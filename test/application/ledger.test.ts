import { describe, expect, it } from 'vitest';
import { createLedger } from '../../shared/application/ledger.ts';
import { instantFromMs } from '../../shared/domain/time/instant.ts';
import { createInMemoryStore } from '../support/in-memory-store.ts';

const PREFIX = 'ledger/v1/reports/abc/';
const parts = () => ({
  ledger: createInMemoryStore({ now: () => instantFromMs(0) }),
  newOwner: () => 'owner',
  pauses: { random: () => 0.5, sleep: async () => {} },
});

describe('an entry of the ledger', () => {
  it('is read as it was created', async () => {
    const ledger = await createLedger(parts(), PREFIX);
    await ledger.create('plan', { period: '2026-10' });

    expect((await ledger.read('plan'))?.body).toEqual({ owner: 'owner', period: '2026-10' });
  });

  it.each([
    ['cut off', '{"owner":"ow'],
    ['empty', ''],
    ['something else', '7'],
    ['nothing', 'null'],
  ])('that is damaged is named, with what to do: %s', async (_, bytes) => {
    const store = parts();
    await store.ledger.putNew(`${PREFIX}r1/snapshot`, Buffer.from(bytes), 'application/json');
    const ledger = await createLedger(store, PREFIX);

    const expected = {
      name: 'ArchiveConflictError',
      message: expect.stringMatching(/^ledger\/v1\/reports\/abc\/r1\/snapshot is damaged: restore it/),
    };
    await expect(ledger.read('r1/snapshot')).rejects.toMatchObject(expected);
    await expect(ledger.create('r1/snapshot', {})).rejects.toMatchObject(expected);
  });
});
