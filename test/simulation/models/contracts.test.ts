import type { ObjectStore } from '../../../shared/application/ports.ts';
import { instantFromMs } from '../../../shared/domain/time/instant.ts';
import { describeMailer } from '../../adapters/contracts/mailer.ts';
import { describeObjectStore } from '../../adapters/contracts/object-store.ts';
import { createActor } from '../world/actor.ts';
import { createWorld, type World } from '../world/world.ts';
import { createSimulatedMailService } from './simulated-mail-service.ts';
import { createSimulatedStore } from './simulated-store.ts';

/** A world in which nothing goes wrong and time passes by itself, and one caller in it. */
function aLiveWorld() {
  const world = createWorld({ seed: 'contracts', startMs: Date.UTC(2026, 10, 20) });
  const actor = createActor(world, { name: 'caller', deadlineMs: Number.POSITIVE_INFINITY, onDeath: () => {} });
  return { world, caller: () => actor };
}

/** Lets time pass until the promise has settled. */
async function inTime<T>(world: World, promise: Promise<T>): Promise<T> {
  let isSettled = false;
  const settled = () => {
    isSettled = true;
  };
  promise.then(settled, settled);
  while (!isSettled) await world.runUntil(world.nowMs + 100);
  return await promise;
}

function storeInTime(world: World, store: ObjectStore): ObjectStore {
  return {
    putNew: (...input) => inTime(world, store.putNew(...input)),
    get: (key) => inTime(world, store.get(key)),
    async *list(prefix) {
      const keys = store.list(prefix)[Symbol.asyncIterator]();
      for (;;) {
        const next = await inTime(world, keys.next());
        if (next.done === true) return;
        yield next.value;
      }
    },
  };
}

const NO_WATCH = { created: () => {}, exists: () => {} };

describeObjectStore('a simulated store', async () => {
  const { world, caller } = aLiveWorld();
  const store = createSimulatedStore(world, 'ledger', NO_WATCH).portsFor(caller);
  return { store: storeInTime(world, store), now: () => instantFromMs(world.nowMs) };
});

describeMailer('a simulated mail service', async () => {
  const { world, caller } = aLiveWorld();
  const delivered: string[] = [];
  const service = createSimulatedMailService(world, {
    watch: {
      requested: () => {},
      accepted: ({ content }) => void delivered.push(content.subject),
      answered: () => {},
    },
    publish: () => {},
    eventLatencyMs: 1,
    lateEventMs: 1,
    mailOutages: [],
  });
  const mailer = service.portFor(caller);
  return {
    mailer: { ...mailer, send: (mail) => inTime(world, mailer.send(mail)) },
    delivered: async () => delivered,
  };
});
