import type { EmptyRow } from '../aggregate.ts';
import type { OtherFormula } from '../other-row.ts';
import type { Resolution } from '../time-window.ts';

/** Which requests a fault strikes. */
export type FaultScope = {
  /** Text in the path, or a pattern of it. Without one, everything under `/api`; the token endpoint has to be named. */
  readonly path?: string | RegExp;
  /** A location id: its own paths, its hubs' and its registers'. For faults of wire objects, the objects to strike in lists too. */
  readonly location?: string;
  /** Requests to strike before the fault is spent; without it, all. */
  readonly times?: number;
  /** Matching requests to let pass first. */
  readonly skip?: number;
};

/** Answers that are broken as bytes, or never come. The first that matches wins. */
export type BrokenAnswer =
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly body?: string;
      readonly headers?: Record<string, string>;
    }
  /** 429 or 503 with `Retry-After`: seconds, or any text such as an HTTP date. */
  | { readonly kind: 'retry-after'; readonly status?: 429 | 503; readonly value: number | string }
  | { readonly kind: 'html'; readonly status?: number }
  | { readonly kind: 'empty-body' }
  /** The text stops half-way: said to be complete, or with the connection cut before the announced length. */
  | { readonly kind: 'truncated'; readonly announced?: 'short' | 'full' }
  | { readonly kind: 'content-type'; readonly contentType: string }
  | { readonly kind: 'huge-body'; readonly bytes?: number }
  /** The right answer, a few bytes at a time. */
  | { readonly kind: 'slow-drip'; readonly bytesPerChunk?: number; readonly intervalMs?: number }
  | { readonly kind: 'reset' }
  /** No answer at all, until the caller or the simulator goes away. */
  | { readonly kind: 'hang' }
  | { readonly kind: 'gzip-bomb'; readonly bytes?: number }
  | { readonly kind: 'redirect'; readonly status?: number; readonly to: string };

/** Answers that are good JSON with something wrong in it. All that match apply, in order. */
export type WrongPayload =
  | {
      readonly kind: 'next';
      /** `other-host`: the same path there. `loop`: back to page 1. `repeat`: this page again. `endless`: ever higher numbers, the same results. */
      readonly mode: 'other-host' | 'loop' | 'repeat' | 'endless';
      readonly origin?: string;
    }
  | {
      readonly kind: 'wrong-echo';
      readonly shiftStartSeconds?: number;
      readonly shiftEndSeconds?: number;
      readonly resolution?: Resolution;
      readonly hubs?: readonly string[];
    }
  /** Too many or too few values in every `w`. */
  | { readonly kind: 'array-length'; readonly by: number }
  /** `1e400`, which JSON allows and no double holds. */
  | { readonly kind: 'non-finite'; readonly field?: 'kwh' | 'sum' | 'avg' | 'w' | 'samples_count' }
  | { readonly kind: 'label'; readonly label?: string; readonly of?: 'location' | 'register' }
  | { readonly kind: 'time-zone'; readonly timeZone?: string }
  /** A further row in `aggregate`, of a register that no list names. */
  | { readonly kind: 'unknown-register'; readonly id?: string; readonly energyKWh?: number }
  | { readonly kind: 'missing-kwh'; readonly register?: string }
  /** No rows and no slots, hubs and counts as ever. */
  | { readonly kind: 'empty-results' }
  /** `min` and `max` ordered by magnitude, as an older version of the API shows them for production. */
  | { readonly kind: 'extremes-by-magnitude' }
  /** Anything else: gets the body, gives the one to send. */
  | { readonly kind: 'edit'; readonly edit: (body: unknown) => unknown };

/** Samples that are not there. All that match apply. */
export type MissingSamples =
  | { readonly kind: 'silent-register'; readonly register: string }
  | {
      readonly kind: 'silent-hub';
      readonly hub: string;
      readonly fromEpochSeconds?: number;
      readonly toEpochSeconds?: number;
      /** Whether `hubs` still names it; it does unless told otherwise. */
      readonly isListed?: boolean;
    }
  /** The end of each window that is asked for, not processed until the simulator's clock reaches an instant. */
  | { readonly kind: 'late-data'; readonly lastSeconds: number; readonly untilEpochMs: number; readonly hub?: string };

/** How answers are made, for the requests in scope. The last that matches wins. */
export type AnswerChoice =
  | { readonly kind: 'other-row'; readonly formula: OtherFormula }
  | { readonly kind: 'empty-rows'; readonly as: EmptyRow }
  /** Energy stretched over the whole window where samples are missing, as an older version of the API seems to do. */
  | { readonly kind: 'stretched-kwh' };

export type Fault = FaultScope &
  (BrokenAnswer | WrongPayload | MissingSamples | AnswerChoice | { readonly kind: 'delay'; readonly ms: number });

export type FaultOf<Kind extends Fault['kind']> = Extract<Fault, { kind: Kind }>;
