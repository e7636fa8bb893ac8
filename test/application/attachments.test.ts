import { describe, expect, it } from 'vitest';
import { fulfilRequest, type RequestParts } from '../../shared/application/fulfil-request.ts';
import { sha256Hex } from '../../shared/application/keys.ts';
import { optionsFor } from '../../shared/application/make-options.ts';
import { ArchiveConflictError } from '../../shared/errors.ts';
import { aWorld } from '../support/report-world.ts';

const request = { location: 'fleet/demo/a', period: '2026-11-19' };
const FOLDER = 'reports/fleet/demo/a/daily/2026-11-19/r1/';

type World = ReturnType<typeof aWorld>;
const ask = ({ parts }: World, asking: object = {}, over: Partial<RequestParts> = {}) =>
  fulfilRequest({ ...parts(), ...over }, request, optionsFor({ ...request, ...asking }));

/** The archive as it is, but for one file: others of its bytes, or none. */
const withOther = ({ store }: World, key: string, bytes: Uint8Array | undefined): RequestParts['archive'] => ({
  ...store,
  async get(wanted) {
    const object = await store.get(wanted);
    if (wanted !== key || object === undefined) return object;
    return bytes === undefined ? undefined : { ...object, bytes };
  },
});

describe('the files of a mail', () => {
  it('are those of the archive, by the hashes of its commit record, which is the claim', async () => {
    const it = aWorld();
    await ask(it);

    const [record = ''] = [...it.store.objects.keys()].filter((key) => key.endsWith('/claim-1'));
    const committed = Buffer.from(it.store.objects.get(record)?.bytes ?? []).toString();
    const [mail] = it.world.mailer.sent;
    expect(mail?.attachments).toHaveLength(2);
    for (const { bytes } of mail?.attachments ?? []) expect(committed).toContain(sha256Hex(bytes));
    const archived = ['report.pdf', 'report.csv'].map((name) => it.store.objects.get(FOLDER + name)?.bytes);
    expect(mail?.attachments.map(({ bytes }) => Buffer.from(bytes))).toEqual(
      archived.map((bytes) => Buffer.from(bytes ?? [])),
    );
  });

  it.each([
    ['was swapped', Buffer.from('swapped')],
    ['was emptied', Buffer.alloc(0)],
    ['is gone', undefined],
  ])('go to nobody when one of them %s since it was archived', async (_, bytes) => {
    for (const name of ['report.pdf', 'report.csv']) {
      const it = aWorld();
      await ask(it, { mail: false });
      const archive = withOther(it, FOLDER + name, bytes);

      await expect(ask(it, {}, { archive })).rejects.toThrow(ArchiveConflictError);

      expect(it.world.mailer.sent).toEqual([]);
      // Nothing was claimed, so nothing is in doubt: once the file is back, the mail goes out.
      expect((await ask(it)).outcome).toBe('mailed');
    }
  });
});
