import { afterEach, describe, expect, test } from 'vitest';
import type { Mailer } from '../../../shared/application/ports.ts';
import { aMail } from '../../support/mail-builder.ts';

/** A mailer that nobody has used yet, and a look at what it delivered: one entry for each mail that arrived, by its subject. */
export interface MailerUnderTest {
  readonly mailer: Mailer;
  readonly delivered: () => Promise<readonly string[]>;
  readonly dispose?: () => Promise<void>;
}

/** The promises of every mailer: what it accepts it delivers, and it says truly what it remembers. */
export function describeMailer(name: string, create: () => Promise<MailerUnderTest>): void {
  describe(`${name} as a mailer`, () => {
    const open: MailerUnderTest[] = [];
    const fresh = async () => {
      const created = await create();
      open.push(created);
      return created;
    };
    afterEach(async () => {
      for (const { dispose } of open.splice(0)) await dispose?.();
    });

    test('delivers what it accepts', async () => {
      const { mailer, delivered } = await fresh();

      const outcome = await mailer.send(aMail({ name: 'mail-1', subject: 'One' }));
      await mailer.send(aMail({ name: 'mail-2', subject: 'Two' }));

      expect(outcome).toMatchObject({ outcome: 'accepted', messageId: expect.stringMatching(/./) });
      expect([...(await delivered())].sort()).toEqual(['One', 'Two']);
    });

    test('delivers a name once exactly when it remembers names', async () => {
      const { mailer, delivered } = await fresh();

      const first = await mailer.send(aMail({ name: 'mail-1', subject: 'One' }));
      const second = await mailer.send(aMail({ name: 'mail-1', subject: 'One' }));

      expect([first.outcome, second.outcome]).toEqual(['accepted', 'accepted']);
      expect(await delivered()).toHaveLength(mailer.remembersNames ? 1 : 2);
    });

    test('delivers a name once when fifty send it at the same time, where it remembers names', async () => {
      const { mailer, delivered } = await fresh();

      await Promise.all(Array.from({ length: 50 }, () => mailer.send(aMail({ name: 'mail-1', subject: 'One' }))));

      expect(await delivered()).toHaveLength(mailer.remembersNames ? 1 : 50);
    });

    test('tells what went out, or says that it does not know', async () => {
      const { mailer } = await fresh();

      await mailer.send(aMail({ name: 'mail-1', subject: 'One' }));

      const answers = [await mailer.lookUp('mail-1'), await mailer.lookUp('mail-2')];
      expect(answers).toEqual(mailer.remembersNames ? ['sent', 'not-sent'] : ['unknown', 'unknown']);
    });
  });
}
