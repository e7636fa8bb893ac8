import type { Pauses } from '../../../shared/application/create-once.ts';
import type { EnergySource, Mailer, ObjectStore, ReportQueue } from '../../../shared/application/ports.ts';
import { type Instant, instantFromMs } from '../../../shared/domain/time/instant.ts';
import type { Actor } from '../world/actor.ts';
import type { World } from '../world/world.ts';

/** What the outside world is to one container: every call of it goes through the invocation that runs. */
export interface Wiring {
  readonly ledger: ObjectStore;
  readonly archive: ObjectStore;
  readonly source: EnergySource;
  readonly mailer: Mailer;
  readonly queue: ReportQueue;
  readonly askForDigest: () => Promise<void>;
  readonly newOwner: () => string;
  readonly pauses: Pauses;
  readonly clock: { now(): Instant };
}

export type Wire = (current: () => Actor) => Wiring;

/** Clock, chance and owner tokens of a container, from the world's own. */
export function worldly(world: World, current: () => Actor): Pick<Wiring, 'newOwner' | 'pauses' | 'clock'> {
  return {
    clock: { now: () => instantFromMs(world.nowMs) },
    pauses: { random: world.random, sleep: (ms) => current().sleep(ms) },
    newOwner() {
      const { name, owners } = current();
      const token = `${name} ${owners.size + 1}`;
      owners.add(token);
      return token;
    },
  };
}
