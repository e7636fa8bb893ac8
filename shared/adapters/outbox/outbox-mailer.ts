import { access } from 'node:fs/promises';
import path from 'node:path';
import type { Mailer, OutgoingMail } from '../../application/ports.ts';
import { createFileOnce, isErrno, removeIncomingFolder } from '../folder/create-file-once.ts';
import { checkKey } from '../folder/object-path.ts';
import { storageTrouble } from '../folder/storage-trouble.ts';

export interface OutboxMailer extends Mailer {
  /** Removes what the mails were written in, when nobody writes one any more: people look into the folder. */
  tidy(): void;
}

/**
 * A mailer that puts each mail into a folder as one `.eml` file of its name. A mail whose file is there has gone out, so
 * that sending it again changes nothing.
 */
export function createOutboxMailer({
  directory,
  toMime,
}: {
  directory: string;
  toMime: (mail: OutgoingMail) => Promise<Uint8Array>;
}): OutboxMailer {
  const root = path.resolve(directory);
  const fileOf = (name: string) => {
    checkKey(name);
    return `${name}.eml`;
  };
  return {
    remembersNames: true,
    async send(mail) {
      const relativePath = fileOf(mail.name);
      const bytes = await toMime(mail);
      try {
        await createFileOnce({ root, relativePath, bytes, modifiedAt: mail.date });
      } catch (error) {
        throw storageTrouble('Writing a mail to the outbox folder', error);
      }
      return { outcome: 'accepted', messageId: mail.name };
    },
    tidy: () => removeIncomingFolder(root),
    async lookUp(name) {
      const file = path.join(root, fileOf(name));
      try {
        await access(file);
        return 'sent';
      } catch (error) {
        return isErrno(error, 'ENOENT', 'ENOTDIR') ? 'not-sent' : 'unknown';
      }
    },
  };
}
