import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReportRule } from '../../shared/application/configuration.ts';
import { fulfilRequest } from '../../shared/application/fulfil-request.ts';
import { optionsFor } from '../../shared/application/make-options.ts';
import type { ReportRequest, SourceContact } from '../../shared/application/ports.ts';
import { reportStatus } from '../../shared/application/report-status.ts';
import { createRecordingMailer } from '../support/recording-mailer.ts';
import { aLocation, aRule, aWorld } from '../support/report-world.ts';

type World = ReturnType<typeof aWorld>;

const contact = (customerId: string, email: string | null = `${customerId}@example.com`): SourceContact => ({
  customerId,
  email,
});
/** A rule that names nobody, and lists the customers of these locations. */
const asking = (recipientsFromSource: readonly string[], over: Partial<ReportRule> = {}) =>
  aRule({ recipients: [], recipientsFromSource, ...over });
const aHome = (rules = [asking(['a'])], contacts: readonly SourceContact[] = [contact('c1')]) => {
  const it = aWorld({ rules });
  it.world.contacts.set('a', contacts);
  return it;
};
const ask = (it: World, over: Partial<ReportRequest> = {}) => {
  const request = { location: 'fleet/demo/a', period: '2026-11-19', ...over };
  return fulfilRequest(it.parts(), request, optionsFor(request));
};
const readers = ({ world }: World) => world.mailer.sent.map(({ to }) => to);
const DOUBT = { outcome: 'doubtful', code: 'ECONNRESET', goesOut: true } as const;

describe('the customers of a location', () => {
  it('get its reports where a rule lists it, each once', async () => {
    const it = aHome(undefined, [
      contact('c2'),
      contact('c1'),
      contact('c3', 'C1@EXAMPLE.COM'),
      contact('c4', 'c1@Example.com'),
    ]);
    await ask(it);
    await ask(it);
    expect(readers(it)).toEqual(['c1@example.com', 'c2@example.com', 'C1@example.com']);
  });

  it.each([
    ['that no rule lists', [asking(['b'])], []],
    ['of which the list is empty', [asking([])], []],
    ['that another rule is about', [asking(['a'], { match: { ...aRule().match, locations: ['b'] } })], []],
    ['for which a rule names somebody', [asking(['a']), aRule()], ['owner@example.com']],
    ['for which their own rule names somebody', [aRule({ recipientsFromSource: ['a'] })], ['owner@example.com']],
  ])('get nothing of a location %s', async (_, rules, expected) => {
    const it = aHome(rules);
    await ask(it);
    expect(readers(it)).toEqual(expected);
  });

  it('are asked for by kind: naming somebody for another kind changes nothing', async () => {
    const it = aHome([asking(['a'], { kinds: ['daily'] }), aRule({ kinds: ['monthly'] })]);
    await ask(it);
    expect(readers(it)).toEqual(['c1@example.com']);
  });

  it('are left out and counted where nobody can write to them', async () => {
    const it = aHome(undefined, [
      contact('c1', null),
      contact('c2', '  '),
      contact('c3', 'no address'),
      contact('c4', 'a@b.c\r\nBcc: x@example.com'),
      contact('c5'),
    ]);
    const made = await ask(it);
    expect(readers(it)).toEqual(['c5@example.com']);
    expect(made.delivery?.unreachable).toEqual({ withoutAddress: 2, invalidAddress: 2 });
  });

  it('are nobody where the source does not know who lives there; the report is archived', async () => {
    const it = aWorld({ rules: [asking(['a'])] });
    expect((await ask(it)).outcome).toBe('archived');
  });

  it('never are those of another location', async () => {
    const ids = ['a', 'b', 'c', 'd'];
    const anyContacts = fc.uniqueArray(
      fc.record({ customerId: fc.constantFrom('1', '2', '3'), email: fc.constantFrom('x@s.io', 'y@s.io', null) }),
      { maxLength: 3, selector: ({ customerId }) => customerId },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(anyContacts, anyContacts, anyContacts, anyContacts),
        fc.uniqueArray(fc.subarray(ids), { minLength: 1, maxLength: 3 }),
        async (people, lists) => {
          const it = aWorld({ locations: ids.map((id) => aLocation(id)), rules: lists.map((list) => asking(list)) });
          // Nobody's address is known at two places, so that each mail tells whose it is.
          people.forEach((contacts, at) => {
            const own = contacts.map(({ customerId, email }) => contact(customerId, email && `${ids[at]}.${email}`));
            it.world.contacts.set(ids[at] ?? '', own);
          });
          for (const id of ids) await ask(it, { location: `fleet/demo/${id}` });
          for (const mail of it.world.mailer.sent) {
            const id = mail.to.slice(0, 1);
            expect(mail.content.subject).toContain(`Home ${id} `);
            expect(lists.flat()).toContain(id);
          }
          const reachable = ids.flatMap((id, at) =>
            lists.flat().includes(id) ? [new Set(people[at]?.flatMap(({ email }) => email ?? [])).size] : [],
          );
          expect(it.world.mailer.sent).toHaveLength(reachable.reduce((sum, count) => sum + count, 0));
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('a customer who is listed twice', () => {
  it('gets one mail, at the same address in whatever order', async () => {
    const [one, two] = [contact('c1', 'one@example.com'), contact('c1', 'two@example.com')];
    for (const contacts of [
      [one, two],
      [two, one],
    ]) {
      const it = aHome(undefined, contacts);
      await ask(it);
      expect(readers(it)).toEqual(['one@example.com']);
    }
  });
});

describe('a customer whose address changes', () => {
  it('does not get the report a second time', async () => {
    const it = aHome();
    await ask(it);
    it.world.contacts.set('a', [contact('c1', 'new@example.com')]);
    expect((await ask(it)).outcome).toBe('already-mailed');
    expect(readers(it)).toEqual(['c1@example.com']);
  });

  it('gets a mail that was refused at the new one', async () => {
    const it = aHome();
    it.world.mailer.answers.push({ outcome: 'refused', permanent: false, code: 'Throttling' });
    await ask(it);
    it.world.contacts.set('a', [contact('c1', 'new@example.com')]);
    await ask(it);
    expect(readers(it)).toEqual(['new@example.com']);
  });

  it('does not get it twice by a mail that an outbox has already', async () => {
    const it = aWorld({ rules: [asking(['a'])], mailer: createRecordingMailer({ remembersNames: true }) });
    it.world.contacts.set('a', [contact('c1')]);
    it.world.mailer.answers.push(DOUBT);
    await ask(it);
    it.world.contacts.set('a', [contact('c1', 'new@example.com')]);
    expect((await ask(it)).outcome).toBe('already-mailed');
    expect(readers(it)).toEqual(['c1@example.com']);
  });

  it('leaves the old address without a second mail, whoever has it then', async () => {
    const it = aHome(undefined, [contact('c1', 'home@example.com'), contact('c2', 'home@example.com')]);
    await ask(it);
    it.world.contacts.set('a', [contact('c1', 'new@example.com'), contact('c2', 'home@example.com')]);
    await ask(it);
    const named = {
      ...it.parts(),
      configuration: { ...it.parts().configuration, reports: [aRule({ recipients: ['home@example.com'] })] },
    };
    const request = { location: 'fleet/demo/a', period: '2026-11-19' };
    expect((await fulfilRequest(named, request, optionsFor(request))).outcome).toBe('already-mailed');
    expect(readers(it)).toEqual(['home@example.com']);
  });

  it('is still known when begun mails are resumed', async () => {
    const it = aHome();
    it.world.mailer.answers.push({ outcome: 'refused', permanent: false, code: 'Throttling' });
    await ask(it);
    it.world.contacts.set('a', [contact('c1', 'new@example.com')]);
    expect((await ask(it, { resume: true })).outcome).toBe('mailed');
    expect(readers(it)).toEqual(['new@example.com']);
  });
});

describe('what is kept of customers', () => {
  it('is neither their address nor their id, in whatever is stored', async () => {
    const it = aHome(undefined, [contact('customer-4711', 'jane.roe@example.com'), contact('c2', 'not an address')]);
    it.world.mailer.answers.push({ outcome: 'refused', permanent: true, code: 'MessageRejected' });
    await ask(it);
    await reportStatus(it.parts());
    const stored = [...it.store.objects]
      .map(([key, { bytes }]) => `${key} ${Buffer.from(bytes).toString('utf8')}`)
      .join('\n');
    expect(stored).not.toMatch(/jane|roe@|4711|not an address/);
    expect(stored).toMatch(/"code":"MessageRejected"/);
  });
});
