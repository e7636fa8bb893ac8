import type { ObjectStore, ReportRequest, StoredObject } from '../../../shared/application/ports.ts';
import { locationPath } from '../../../shared/domain/location.ts';
import { instantFromMs } from '../../../shared/domain/time/instant.ts';
import type { Wire } from '../functions/wiring.ts';
import type { StageSettings } from '../stage.ts';
import { dueMs, spanOfKey, zoneClock } from '../watch/zone-clock.ts';
import type { World } from '../world/world.ts';

type Rewire = NonNullable<StageSettings['rewire']>;

const HOUR_MS = 3_600_000;
const SDK_ATTEMPTS = 3;

/** The mail service's client sends again by itself when it hears nothing. */
export const sdkAttempts: Rewire = (wire) => (current) => {
  const wiring = wire(current);
  const { mailer } = wiring;
  const send: typeof mailer.send = async (mail) => {
    for (let attempt = 1; ; attempt += 1) {
      const outcome = await mailer.send(mail);
      if (outcome.outcome !== 'doubtful' || attempt >= SDK_ATTEMPTS) return outcome;
    }
  };
  return { ...wiring, mailer: { ...mailer, send } };
};

/** The store's adapter takes 409 for a key that exists. */
export const conflictExists: Rewire = (wire) => (current) => {
  const wiring = wire(current);
  const over = (store: ObjectStore): ObjectStore => ({
    ...store,
    async putNew(key, bytes, contentType) {
      const result = await store.putNew(key, bytes, contentType);
      return result === 'conflict' ? 'exists' : result;
    },
  });
  return { ...wiring, ledger: over(wiring.ledger), archive: over(wiring.archive) };
};

/** Every worker signs with the same name. */
export const anonymousClaims: Rewire = (wire) => (current) => ({
  ...wire(current),
  newOwner() {
    current().owners.add('worker');
    return 'worker';
  },
});

/** Entries of the ledger are gone an hour after they were made, and can then be made again. */
export const ledgerExpires: Rewire = (wire, world) => {
  const again = new Map<string, StoredObject>();
  const isOver = (object: StoredObject | undefined) => object === undefined || world.nowMs - object.storedAt > HOUR_MS;
  return (current) => {
    const wiring = wire(current);
    const { ledger } = wiring;
    const read = async (key: string) => {
      const first = await ledger.get(key);
      return isOver(first) ? again.get(key) : first;
    };
    const expiring: ObjectStore = {
      async putNew(key, bytes, contentType) {
        const result = await ledger.putNew(key, bytes, contentType);
        if (result !== 'exists' || !isOver(await read(key))) return result;
        again.set(key, { bytes, storedAt: instantFromMs(world.nowMs) });
        return 'created';
      },
      async get(key) {
        const object = await read(key);
        return isOver(object) ? undefined : object;
      },
      async *list(prefix) {
        for await (const key of ledger.list(prefix)) if (!isOver(await read(key))) yield key;
      },
    };
    return { ...wiring, ledger: expiring };
  };
};

/** A claim is taken back when its send did not succeed, as some libraries for idempotency do. */
export const claimDeletedOnError: Rewire = (wire: Wire, _world: World) => {
  const deleted = new Set<string>();
  return (current) => {
    const wiring = wire(current);
    const { ledger, mailer } = wiring;
    const forgetful: ObjectStore = {
      async putNew(key, bytes, contentType) {
        const result = await ledger.putNew(key, bytes, contentType);
        return result === 'exists' && deleted.delete(key) ? 'created' : result;
      },
      get: async (key) => (deleted.has(key) ? undefined : await ledger.get(key)),
      async *list(prefix) {
        for await (const key of ledger.list(prefix)) if (!deleted.has(key)) yield key;
      },
    };
    const send: typeof mailer.send = async (mail) => {
      const outcome = await mailer.send(mail);
      const { kind, period, report, mail: id } = mail.tags;
      const [intent, attempt] = id.split('-');
      const key = `ledger/v1/reports/${kind}/${period}/${report}/mail/${intent}/claim-${attempt}`;
      if (outcome.outcome === 'doubtful') deleted.add(key);
      return outcome;
    };
    return { ...wiring, ledger: forgetful, mailer: { ...mailer, send } };
  };
};

/** A claim is only written when its mail has been sent. */
export const markAfterSend: Rewire = (wire) => (current) => {
  const wiring = wire(current);
  const { ledger, mailer } = wiring;
  const claims: (() => Promise<unknown>)[] = [];
  const late: ObjectStore = {
    ...ledger,
    async putNew(key, bytes, contentType) {
      if (key.split('/').at(-1)?.startsWith('claim-') !== true) return await ledger.putNew(key, bytes, contentType);
      claims.push(() => ledger.putNew(key, bytes, contentType));
      return 'created';
    },
  };
  const send: typeof mailer.send = async (mail) => {
    const outcome = await mailer.send(mail);
    for (const claim of claims.splice(0)) await claim();
    return outcome;
  };
  return { ...wiring, ledger: late, mailer: { ...mailer, send } };
};

/** Whoever hears nothing of a mail takes it for refused. */
export const doubtIsRefusal: Rewire = (wire) => (current) => {
  const wiring = wire(current);
  const { mailer } = wiring;
  const send: typeof mailer.send = async (mail) => {
    const outcome = await mailer.send(mail);
    return outcome.outcome === 'doubtful' ? { outcome: 'refused', permanent: false, code: outcome.code } : outcome;
  };
  return { ...wiring, mailer: { ...mailer, send } };
};

const WINDOW_MS = HOUR_MS / 2;

/** The planner asks for nothing that fell due longer ago than a tick's distance. */
export const windowInsteadOfCatchingUp: Rewire = (wire, world, { locations, settings, startMs, endMs }) => {
  const clocks = new Map(
    locations.flatMap(({ ref, location }) =>
      'problem' in location ? [] : [[locationPath(ref), zoneClock(location.timeZone, startMs, endMs)] as const],
    ),
  );
  const isInWindow = ({ location, period }: ReportRequest) => {
    const clock = clocks.get(location);
    if (clock === undefined) return true;
    return world.nowMs - dueMs(clock, spanOfKey('daily', period), settings.sendAt.daily) <= WINDOW_MS;
  };
  return (current) => {
    const wiring = wire(current);
    return { ...wiring, queue: { send: (wanted) => wiring.queue.send(wanted.filter(isInWindow)) } };
  };
};
