import type { World } from '../world/world.ts';

/** A message as it was handed out once. */
export interface Delivery<Body> {
  readonly body: Body;
  /** How often the message was handed out, this time included. */
  readonly receives: number;
  /** Takes the message out of the queue; that may fail without anybody hearing of it. */
  delete(): void;
  /** Keeps the message out of sight for so long from now. */
  hide(ms: number): void;
}

/**
 * SQS standard: messages come in any order, at times twice, and again when they were not deleted in time; received too
 * often they move to the queue behind, and too old they vanish.
 */
export interface SimulatedQueue<Body> {
  readonly visible: number;
  send(body: Body): void;
  /** Hands out any message that is visible. */
  receive(): Delivery<Body> | undefined;
  purge(): void;
  /** Takes out every message that lies here, for a person who sends them back. */
  takeAll(): Body[];
  /** Called when there may be something to receive. */
  onArrival: () => void;
}

export interface QueueSettings<Body> {
  readonly visibilityMs: number;
  /** From the first time that a message was sent. */
  readonly retentionMs: number;
  readonly deadLetters?: { readonly queue: SimulatedQueue<Body>; readonly afterReceives: number };
}

/** Of the messages delivered twice, so many are worked at the same time. */
const AT_ONCE = 0.75;

interface Message<Body> {
  readonly body: Body;
  readonly sentMs: number;
  receives: number;
  /** Counts hand-outs and hidings, so that an earlier one's end is not taken for the last one's. */
  hiding: number;
  isDeleted: boolean;
  isVisible: boolean;
}

export function createSimulatedQueue<Body>(world: World, settings: QueueSettings<Body>): SimulatedQueue<Body> {
  const { visibilityMs, retentionMs, deadLetters } = settings;
  let visible: Message<Body>[] = [];
  let all = new Set<Message<Body>>();
  /** Messages delivered twice, which the next to receive gets at once or some time later. */
  let twins: Message<Body>[] = [];

  const show = (message: Message<Body>) => {
    if (message.isDeleted || message.isVisible || !all.has(message)) return;
    message.isVisible = true;
    visible.push(message);
    queue.onArrival();
  };
  const hide = (message: Message<Body>, ms: number) => {
    message.hiding += 1;
    const { hiding } = message;
    world.after(ms, () => {
      if (message.hiding === hiding) show(message);
    });
  };
  const forget = (message: Message<Body>) => {
    message.isDeleted = true;
    all.delete(message);
  };
  const takeVisible = (): Message<Body> | undefined => {
    const twin = twins.pop();
    if (twin !== undefined) return twin;
    const index = Math.floor(world.random() * visible.length);
    const message = visible[index];
    const last = visible.pop();
    if (message === undefined || last === undefined) return undefined;
    if (message !== last) visible[index] = last;
    if (index !== 0) world.sometimes('messages out of order');
    message.isVisible = false;
    return message;
  };
  const handOut = (message: Message<Body>): Delivery<Body> => {
    message.receives += 1;
    if (message.receives > 1) world.sometimes('a message received again');
    hide(message, visibilityMs);
    const { receives, body } = message;
    return {
      body,
      receives,
      delete() {
        if (world.operation('deletion', '') === 'error') return world.sometimes('a message not deleted after its work');
        forget(message);
      },
      hide: (ms) => hide(message, ms),
    };
  };

  const queue: SimulatedQueue<Body> = {
    get visible() {
      return visible.length;
    },
    onArrival: () => {},
    send(body) {
      const message = { body, sentMs: world.nowMs, receives: 0, hiding: 0, isDeleted: false, isVisible: false };
      all.add(message);
      show(message);
    },
    receive() {
      for (let message = takeVisible(); message !== undefined; message = takeVisible()) {
        if (message.isDeleted) continue;
        if (world.nowMs - message.sentMs > retentionMs) {
          world.sometimes('a message too old to be kept');
          forget(message);
          continue;
        }
        if (deadLetters !== undefined && message.receives >= deadLetters.afterReceives) {
          world.sometimes('a message set aside');
          forget(message);
          deadLetters.queue.send(message.body);
          continue;
        }
        if (world.operation('delivery', '') === 'repeat') {
          world.sometimes('a message delivered twice');
          const copy = handOut(message);
          if (world.random() < AT_ONCE) twins.push(message);
          else show(message);
          queue.onArrival();
          return copy;
        }
        return handOut(message);
      }
      return undefined;
    },
    purge() {
      if (all.size > 0) world.sometimes('a queue purged');
      all = new Set();
      visible = [];
      twins = [];
    },
    takeAll() {
      const bodies = [...all].map(({ body }) => body);
      all = new Set();
      visible = [];
      twins = [];
      return bodies;
    },
  };
  return queue;
}
