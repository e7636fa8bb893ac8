import type { Port } from './faults.ts';
import type { World } from './world.ts';

/** A call of a port: what it does, and what its failing looks like to the caller. */
export interface PortCall<T> {
  readonly port: Port;
  readonly label: string;
  /** Takes effect, at one instant, and gives the reply. */
  readonly perform: () => T;
  /** What the caller hears instead of the reply, or is thrown; the call may have taken effect all the same. */
  readonly fail: (tookEffect: boolean) => T;
  /** A clear no, where there is such a thing. */
  readonly refuse?: () => T;
}

/**
 * One invocation of a function. Killed, it is never heard of again: what it waits for never comes, and a call from it is a
 * fault of the simulation.
 */
export interface Actor {
  readonly name: string;
  /** When its time is over, and it is killed. */
  readonly deadlineMs: number;
  readonly isDead: boolean;
  /** The tokens that it signs its ledger entries with. */
  readonly owners: Set<string>;
  /** How far it got, for whoever counts what a killed one left behind. */
  lastStep: 'claimed' | 'requested' | 'between-files' | undefined;
  call<T>(call: PortCall<T>): Promise<T>;
  sleep(ms: number): Promise<void>;
  kill(): void;
}

export interface ActorSettings {
  readonly name: string;
  readonly deadlineMs: number;
  /** Hears of the actor's death by a crash or by the end of its time. */
  readonly onDeath: (actor: Actor) => void;
  /** True when the process that it ran in is gone, so that nothing that it left behind goes on. */
  readonly isGone?: () => boolean;
}

/** How long a request is on its way, and at times its reply too, in milliseconds: at least, and up to so many more. */
const TRAVEL_MS: Readonly<Record<string, readonly [number, number]>> = {
  ledger: [5, 40],
  archive: [5, 60],
  source: [80, 600],
  queue: [5, 40],
  mail: [40, 300],
};
const SLOW_MS = [10_000, 140_000] as const;
/** A request that is on its way when its sender is killed arrives, or does not. */
const ARRIVES_ALL_THE_SAME = 0.5;

export function createActor(world: World, { name, deadlineMs, onDeath, isGone }: ActorSettings): Actor {
  let isDead = false;
  const kill = () => {
    if (isDead) return;
    isDead = true;
    onDeath(actor);
  };
  const actor: Actor = {
    name,
    deadlineMs,
    owners: new Set(),
    lastStep: undefined,
    get isDead() {
      return isDead;
    },
    kill,
    call<T>(call: PortCall<T>): Promise<T> {
      if (isDead) world.violate('a killed actor does nothing', `${name} called ${call.port} ${call.label}`);
      const fault = world.operation(call.port, call.label);
      const { promise, resolve, reject } = Promise.withResolvers<T>();
      const settle = (outcome: () => T) => {
        if (isDead || isGone?.() === true) return;
        world.wake();
        try {
          resolve(outcome());
        } catch (error) {
          reject(error);
        }
      };
      const arrive = () => {
        if (isDead && world.random() > ARRIVES_ALL_THE_SAME) return;
        if (fault === 'crash-before') return kill();
        const outcome = outcomeOf(call, fault);
        if (fault === 'crash-after') return kill();
        const replyMs = replyTravelMs(world, call.port);
        if (replyMs === 0) settle(outcome);
        else world.after(replyMs, () => settle(outcome));
      };
      world.after(requestTravelMs(world, call.port, fault === 'slow'), arrive);
      return promise;
    },
    sleep(ms) {
      const { promise, resolve } = Promise.withResolvers<void>();
      world.after(ms, () => {
        if (isDead || isGone?.() === true) return;
        world.wake();
        resolve();
      });
      return promise;
    },
  };
  return actor;
}

function outcomeOf<T>(call: PortCall<T>, fault: string | undefined): () => T {
  if (fault === 'error') return () => call.fail(false);
  if (fault === 'refusal' && call.refuse !== undefined) return call.refuse;
  const reply = call.perform();
  return fault === 'lost-reply' ? () => call.fail(true) : () => reply;
}

function requestTravelMs(world: World, port: Port, isSlow: boolean): number {
  const [least, more] = isSlow ? SLOW_MS : (TRAVEL_MS[port.split('.')[0] ?? ''] ?? [1, 1]);
  return least + more * world.random();
}

/** Mostly the reply is back at once; a mail's takes its time, and others' do now and then. */
function replyTravelMs(world: World, port: Port): number {
  if (port === 'mail.send') return 20 + 2000 * world.random() ** 3;
  return world.random() < 0.1 ? 1 + 80 * world.random() : 0;
}
