import { readdir, readFile, rmdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { createOutboxMailer } from '../../../shared/adapters/outbox/outbox-mailer.ts';
import type { OutgoingMail } from '../../../shared/application/ports.ts';
import { aMail } from '../../support/mail-builder.ts';
import { makeFolder, removeFolder, temporaryFolder } from '../../support/temporary-folder.ts';
import { describeMailer } from '../contracts/mailer.ts';

const toMime = async (mail: OutgoingMail) => Buffer.from(mail.content.subject);

async function filesOf(directory: string): Promise<string[]> {
  return (await readdir(directory)).filter((name) => name.endsWith('.eml')).sort();
}

describeMailer('the outbox', async () => {
  const directory = await makeFolder();
  return {
    mailer: createOutboxMailer({ directory, toMime }),
    delivered: async () => {
      const files = await filesOf(directory);
      return Promise.all(files.map((file) => readFile(path.join(directory, file), 'utf8')));
    },
    dispose: () => removeFolder(directory),
  };
});

describe('the outbox', () => {
  test('holds one file of the mail’s name, dated as the mail is', async () => {
    const directory = path.join(await temporaryFolder(), 'outbox');
    const mailer = createOutboxMailer({ directory, toMime });

    await mailer.send(aMail({ name: '20261120T120000Z_daily_2026-11-19_home-1_abc' }));

    expect(await filesOf(directory)).toEqual(['20261120T120000Z_daily_2026-11-19_home-1_abc.eml']);
    const { mtimeMs } = await stat(path.join(directory, '20261120T120000Z_daily_2026-11-19_home-1_abc.eml'));
    expect(mtimeMs).toBe(Date.parse('2026-11-20T12:00:00Z'));
  });

  test('holds mails and nothing else, however many are written at once', async () => {
    const directory = await temporaryFolder();
    const mailers = Array.from({ length: 4 }, () => createOutboxMailer({ directory, toMime }));
    const names = Array.from({ length: 100 }, (_, index) => `mail-${100 + index}`);

    let writing = true;
    // As other processes do that end their mails meanwhile.
    const removing = (async () => {
      while (writing) await rmdir(path.join(directory, '.incoming')).catch(() => undefined);
    })();
    await Promise.all(names.map((name, index) => mailers[index % 4]?.send(aMail({ name })))).finally(() => {
      writing = false;
    });
    await removing;
    for (const mailer of mailers) mailer.tidy();

    expect((await readdir(directory)).sort()).toEqual(names.map((name) => `${name}.eml`));
  });

  test('keeps the mail that went out when other bytes come under its name', async () => {
    const directory = await temporaryFolder();
    const mailer = createOutboxMailer({ directory, toMime });

    await mailer.send(aMail({ name: 'mail-1', subject: 'First' }));
    await mailer.send(aMail({ name: 'mail-1', subject: 'Second' }));

    expect(await readFile(path.join(directory, 'mail-1.eml'), 'utf8')).toBe('First');
  });

  test.each(['../mail', 'a/../../mail', '.hidden', ''])('refuses the name %j', async (name) => {
    const directory = await temporaryFolder();
    const mailer = createOutboxMailer({ directory, toMime });

    await expect(mailer.send(aMail({ name }))).rejects.toThrow(RangeError);
    await expect(mailer.lookUp(name)).rejects.toThrow(RangeError);
    expect(await readdir(directory)).toEqual([]);
  });

  test('claims no mail that could not be written', async () => {
    const file = path.join(await temporaryFolder(), 'file');
    const blocked = createOutboxMailer({ directory: path.join(file, 'outbox'), toMime });
    await createOutboxMailer({ directory: path.dirname(file), toMime }).send(aMail({ name: 'file' }));
    const mailer = createOutboxMailer({ directory: `${file}.eml`, toMime });

    await expect(mailer.send(aMail({ name: 'mail-1' }))).rejects.toThrow(/^Writing a mail to the outbox folder failed/);
    expect(await mailer.lookUp('mail-1')).toBe('not-sent');
    expect(await blocked.lookUp('mail-1')).toBe('not-sent');
  });
});
