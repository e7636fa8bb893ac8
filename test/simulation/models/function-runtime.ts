import { type Actor, createActor } from '../world/actor.ts';
import type { World } from '../world/world.ts';
import type { SimulatedQueue } from './simulated-queue.ts';
import { isWithin, type Span } from './simulated-scheduler.ts';

export type Handler<Event> = (event: Event, invocation: Invocation) => Promise<void>;

export interface Invocation {
  readonly remainingMs: () => number;
}

/** Lambda: invocations in containers that are used again, killed when their time is over. */
export interface FunctionRuntime<Event> {
  invoke(event: Event, onEnd: (succeeded: boolean) => void): void;
}

export interface RuntimeSettings<Event> {
  readonly name: string;
  readonly timeoutMs: number;
  /** Builds what a container keeps; its calls go through whichever invocation is running in it. */
  readonly build: (current: () => Actor) => Handler<Event>;
  /** Hears of errors that ended an invocation. */
  readonly onError: (error: unknown) => void;
  /** Hears of invocations that were killed in the middle of their work. */
  readonly onKilled: (actor: Actor) => void;
}

/** A warm function: what it built at its first invocation serves the next ones, one at a time. */
interface Container<Event> {
  /** The invocation that runs now, or ran last. */
  actor: Actor | undefined;
  isGone: boolean;
  handle: Handler<Event>;
}

/** A container that has worked may be gone by the next invocation. */
const IS_KEPT_WARM = 0.9;

export function createFunctionRuntime<Event>(world: World, settings: RuntimeSettings<Event>): FunctionRuntime<Event> {
  const { name, timeoutMs, build, onError, onKilled } = settings;
  const warm: Container<Event>[] = [];
  let invocations = 0;

  const newContainer = () => {
    const container: Container<Event> = { actor: undefined, isGone: false, handle: noHandler };
    container.handle = build(() => {
      if (container.actor === undefined) throw new Error('A container was used before its first invocation.');
      return container.actor;
    });
    return container;
  };
  return {
    invoke(event, onEnd) {
      const reused = warm.pop();
      if (reused !== undefined) world.sometimes('a container used again');
      const container = reused ?? newContainer();
      invocations += 1;
      let isOver = false;
      const end = (succeeded: boolean) => {
        if (isOver) return;
        isOver = true;
        onEnd(succeeded);
      };
      const deadlineMs = world.nowMs + timeoutMs;
      const actor = createActor(world, {
        name: `${name} ${invocations}`,
        deadlineMs,
        onDeath() {
          container.isGone = true;
          onKilled(actor);
          end(false);
        },
        isGone: () => container.isGone,
      });
      container.actor = actor;
      world.after(timeoutMs, () => {
        if (isOver) return;
        world.sometimes('a function killed at the end of its time');
        actor.kill();
      });
      const finish = (succeeded: boolean) => {
        if (world.random() < IS_KEPT_WARM) warm.push(container);
        else container.isGone = true;
        end(succeeded);
      };
      world.wake();
      container.handle(event, { remainingMs: () => deadlineMs - world.nowMs }).then(
        () => finish(true),
        (error: unknown) => {
          onError(error);
          finish(false);
        },
      );
    },
  };
}

const noHandler = async (): Promise<void> => {
  throw new Error('A container was used before it was built.');
};

/** The event source mapping: unless it is switched off, hands messages to a function one by one, so many at a time, and deletes what succeeded. */
export function connectQueue<Body>(
  world: World,
  queue: SimulatedQueue<Body>,
  settings: { readonly concurrency: number; readonly outages: readonly Span[] },
  invoke: (
    delivery: NonNullable<ReturnType<SimulatedQueue<Body>['receive']>>,
    onEnd: (succeeded: boolean) => void,
  ) => void,
): void {
  const { concurrency, outages } = settings;
  let running = 0;
  let isPolling = false;
  const poll = () => {
    if (isPolling || running >= concurrency) return;
    isPolling = true;
    world.after(5 + 60 * world.random(), () => {
      isPolling = false;
      if (isWithin(outages, world.nowMs)) return;
      while (running < concurrency) {
        const delivery = queue.receive();
        if (delivery === undefined) break;
        running += 1;
        invoke(delivery, (succeeded) => {
          running -= 1;
          if (succeeded) delivery.delete();
          poll();
        });
      }
    });
  };
  queue.onArrival = poll;
  for (const { toMs } of outages) world.after(toMs - world.nowMs, poll);
}
