import type { AwsService, Call } from './call.ts';

/** Which calls a fault strikes; what is left out matches all. */
export interface FaultTarget {
  readonly service?: AwsService;
  readonly operation?: string;
  readonly matches?: (call: Call) => boolean;
  /** How many calls it strikes before it is spent; 1 unless said otherwise, `Number.POSITIVE_INFINITY` for ever. */
  readonly times?: number;
}

/**
 * `error` answers with a refusal, `reset` breaks the connection; each `before` the call has any effect, or `after` it took
 * effect, so that the reply is lost. `delay` answers late, `cut` sends the head and half of the body and breaks the connection.
 */
export type FaultKind =
  | {
      readonly kind: 'error';
      readonly at: 'before' | 'after';
      readonly status: number;
      readonly code: string;
      readonly message?: string;
    }
  | { readonly kind: 'reset'; readonly at: 'before' | 'after' }
  | { readonly kind: 'delay'; readonly delayMs: number }
  | { readonly kind: 'cut' };

export type Fault = FaultTarget & FaultKind;

export interface Faults {
  /** Adds a fault; the answer tells how many calls it has struck. */
  add(fault: Fault): { readonly strikes: () => number };
  clear(): void;
}

/** The faults that strike a call, in the order in which they were added; each is spent by it. */
export type StrikingFaults = (call: Call) => readonly FaultKind[];

export function createFaults(): Faults & { readonly striking: StrikingFaults } {
  let armed: { readonly fault: Fault; strikes: number }[] = [];
  return {
    add(fault) {
      const entry = { fault, strikes: 0 };
      armed.push(entry);
      return { strikes: () => entry.strikes };
    },
    clear() {
      armed = [];
    },
    striking(call) {
      const hit = armed.filter(({ fault, strikes }) => strikes < (fault.times ?? 1) && strikesCall(fault, call));
      for (const entry of hit) entry.strikes += 1;
      return hit.map(({ fault }) => fault);
    },
  };
}

function strikesCall(target: FaultTarget, call: Call): boolean {
  if (target.service !== undefined && target.service !== call.service) return false;
  if (target.operation !== undefined && target.operation !== call.operation) return false;
  return target.matches?.(call) ?? true;
}
