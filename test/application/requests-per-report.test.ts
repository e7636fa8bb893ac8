import { describe, expect, it } from 'vitest';
import type { ReportSettings } from '../../shared/application/configuration.ts';
import { createFactsArchive } from '../../shared/application/facts-archive.ts';
import { fulfilRequest } from '../../shared/application/fulfil-request.ts';
import type { ObjectStore } from '../../shared/application/ports.ts';
import { recordMailEvent } from '../../shared/application/record-mail-event.ts';
import { parseInstant } from '../../shared/domain/time/instant.ts';
import { datesBetween, type LocalDate, parseLocalDate, plusDays } from '../../shared/domain/time/local-date.ts';
import { aRule, aWorld } from '../support/report-world.ts';

type Request = 'put' | 'get' | 'list';

/** A store that notes what is asked of it: what a bucket would charge for. */
function counting(store: ObjectStore) {
  const asked: { readonly request: Request; readonly key: string }[] = [];
  const noting =
    <A extends unknown[], R>(request: Request, call: (key: string, ...more: A) => R) =>
    (key: string, ...more: A) => {
      asked.push({ request, key });
      return call(key, ...more);
    };
  return {
    asked,
    store: {
      putNew: noting('put', store.putNew),
      get: noting('get', store.get),
      list: noting('list', store.list),
    } satisfies ObjectStore,
  };
}

const REF = { source: 'fleet', fleet: 'demo', id: 'a' };
const PLAIN = { comparisons: { previous: false, lastYear: false } };

function aCountedWorld(kind: 'daily' | 'monthly', settings: Partial<ReportSettings> = PLAIN) {
  const rule = aRule({ kinds: [kind] });
  const home = aWorld({ rules: [{ ...rule, settings: { ...rule.settings, ...settings } }] });
  const { asked, store } = counting(home.store);
  const parts = () => ({
    ...home.parts(),
    ledger: store,
    archive: store,
    facts: createFactsArchive({ archive: store, ledger: store, pauses: { random: () => 0.5, sleep: async () => {} } }),
  });
  const make = (period: string) =>
    fulfilRequest(parts(), { location: 'fleet/demo/a', period }, { trigger: 'scheduled', mail: true });
  /** On the morning after each of the days. */
  const makeInTime = async (dates: readonly LocalDate[]) => {
    const { now } = home.world;
    for (const date of dates) {
      home.at(`${plusDays(date, 1)}T14:00:00Z`);
      await make(date);
    }
    home.world.now = now;
  };
  /** The requests that some work makes, facts apart. */
  const requestsOf = async (work: () => Promise<unknown>) => {
    asked.length = 0;
    await work();
    const count = (request: Request, facts: boolean) =>
      asked.filter((one) => one.request === request && one.key.startsWith('facts/') === facts).length;
    return {
      puts: count('put', false),
      gets: count('get', false),
      lists: count('list', false),
      facts: { puts: count('put', true), gets: count('get', true), lists: count('list', true) },
    };
  };
  return { ...home, parts, make, makeInTime, requestsOf };
}

describe('the requests of a report and its one mail, when nothing goes wrong', () => {
  it('are few for a day', async () => {
    const { make, requestsOf } = aCountedWorld('daily');
    expect(await requestsOf(() => make('2026-11-19'))).toEqual({
      puts: 7,
      gets: 5,
      lists: 0,
      facts: { puts: 0, gets: 1, lists: 0 },
    });
  });

  it('are few for a day that is set beside the eight weeks before it', async () => {
    const { make, makeInTime, requestsOf, parts, world } = aCountedWorld('daily', {});
    const weeks = [8, 7, 6, 5, 4, 3, 2, 1];
    await makeInTime(weeks.map((before) => plusDays(parseLocalDate('2026-11-19'), -7 * before)));
    const few = { puts: 7, gets: 5 + 8, lists: 0, facts: { puts: 0, gets: 3, lists: 0 } };
    expect(await requestsOf(() => make('2026-11-19'))).toEqual(few);

    // Once a day has come to something else, each is looked up.
    const [, changed] = [...(await parts().facts.read(REF, [parseLocalDate('2026-11-19')]))][0] ?? [];
    if (changed === undefined) throw new Error('There are no facts.');
    await parts().facts.keepChanged(REF, { ...changed, registers: [] });
    world.now = parseInstant('2026-11-27T12:00:00Z');
    const more = await requestsOf(() => make('2026-11-26'));
    expect(more).toEqual({ ...few, facts: { puts: 0, gets: 2 + 9, lists: 0 } });
  });

  it('are no more when the message comes again', async () => {
    const { make, requestsOf } = aCountedWorld('daily');
    await make('2026-11-19');
    const { puts } = await requestsOf(() => make('2026-11-19'));
    // What is there already is asked for once more, and stays what it is.
    expect(puts).toBe(1);
  });

  it('are one write for a look at data that has not changed', async () => {
    const { parts, make, requestsOf, at } = aCountedWorld('daily');
    await make('2026-11-19');
    at('2026-11-21T12:00:00Z');
    const again = { location: 'fleet/demo/a', period: '2026-11-19' };
    const requests = await requestsOf(() =>
      fulfilRequest(parts(), again, { trigger: 'scheduled', mail: true, recheckDay: 1 }),
    );
    expect(requests).toEqual({ puts: 1, gets: 6, lists: 0, facts: { puts: 0, gets: 1, lists: 0 } });
  });

  it('are one write for what the mail service tells of it', async () => {
    const { make, requestsOf, parts, world } = aCountedWorld('daily');
    await make('2026-11-19');
    const [mail] = world.mailer.sent;
    if (mail === undefined) throw new Error('Nothing was mailed.');
    const event = {
      tags: mail.tags,
      messageId: `message-${world.mailer.sent.length}`,
      recipients: [mail.to],
      at: parseInstant('2026-11-20T12:00:05Z'),
      detail: null,
      endsDelivery: false,
    };
    const requests = await requestsOf(async () => {
      await recordMailEvent(parts(), { ...event, type: 'send' });
      await recordMailEvent(parts(), { ...event, type: 'delivery' });
    });
    expect(requests).toMatchObject({ puts: 1, gets: 4, lists: 0 });
  });
});

const OCTOBER = datesBetween(parseLocalDate('2026-10-01'), parseLocalDate('2026-10-31'));

describe('the facts of a month', () => {
  /** All requests of a reading, whether of the archive or of the snapshots of daily reports. */
  async function anOctober(dates = OCTOBER) {
    const home = aCountedWorld('daily');
    await home.makeInTime(dates);
    const read = (wanted = OCTOBER) => home.parts().facts.read(REF, wanted);
    const costOf = async (work: () => Promise<unknown>) => {
      const { puts, gets, lists, facts } = await home.requestsOf(work);
      return { puts: puts + facts.puts, gets: gets + facts.gets, lists: lists + facts.lists };
    };
    return { ...home, read, costOf };
  }

  it('are read in four requests at most where each day had its report, the first time too', async () => {
    const { read, costOf } = await anOctober();
    expect(await costOf(read)).toEqual({ puts: 0, gets: 2, lists: 1 });
    expect([...(await read()).keys()]).toEqual(OCTOBER);
    expect(await costOf(read)).toEqual({ puts: 0, gets: 2, lists: 1 });
  });

  it('are put together by the report of the last day but one, and by no other', async () => {
    const { makeInTime, costOf } = await anOctober(OCTOBER.slice(0, 29));
    expect((await costOf(() => makeInTime(OCTOBER.slice(29, 30)))).puts).toBe(7 + 1);
    expect((await costOf(() => makeInTime(OCTOBER.slice(30)))).puts).toBe(7);
  });

  it('are put together by who reads them first, where nobody has done so', async () => {
    const { read, costOf } = await anOctober(OCTOBER.filter((date) => !date.endsWith('30')));
    expect((await read()).size).toBe(30);
    // The one that is missing is looked for.
    expect(await costOf(read)).toEqual({ puts: 0, gets: 2, lists: 1 });
  });

  it('are not put together by half: what is left out would have no place', async () => {
    const { read, costOf } = await anOctober(OCTOBER.slice(0, 20));
    expect(await costOf(() => read(OCTOBER.slice(0, 20)))).toEqual({ puts: 0, gets: 20, lists: 1 });
  });

  it('are one object where no day had a report', async () => {
    const { make, requestsOf } = aCountedWorld('monthly');
    const { puts, lists, facts } = await requestsOf(() => make('2026-10'));
    expect({ puts, lists, facts: facts.puts }).toEqual({ puts: 7, lists: 0, facts: 1 });
  });

  it('are what the latest of them are when one of them has changed', async () => {
    const { parts, read, costOf } = await anOctober();
    const [date, changed] = [...(await read())][6] ?? [];
    if (date === undefined || changed === undefined) throw new Error('There are no facts.');
    const later = { ...changed, readAt: parseInstant('2026-11-20T12:00:00Z'), registers: [] };
    await parts().facts.keepChanged(REF, later);

    expect((await read()).get(date)).toEqual(later);
    expect((await read([date])).get(date)).toEqual(later);
    expect(await costOf(read)).toEqual({ puts: 0, gets: 3, lists: 1 });
  });

  it('are read from the days where the pack of them is spoilt', async () => {
    const { read, store } = await anOctober(OCTOBER.slice(0, 29));
    await store.putNew('facts/v1/fleet/demo/a/2026-10/packs/0.json.gz', Buffer.from('no gzip'), 'application/gzip');
    expect((await read()).size).toBe(29);
  });
});
