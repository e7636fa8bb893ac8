/** What can go wrong with a call, or with something that the surroundings do of their own accord. */
export type FaultKind =
  /** The caller is killed before the call took effect, or after it. */
  | 'crash-before'
  | 'crash-after'
  /** Nothing came of it, and the caller hears of an error. */
  | 'error'
  /** It took effect, and the caller hears of an error. */
  | 'lost-reply'
  /** A clear no: 409 of a store, throttling of the mail service, half a list of locations. */
  | 'refusal'
  | 'slow'
  /** It happens twice, not at all, or long after it should. */
  | 'repeat'
  | 'drop'
  | 'late';

const CALL = ['crash-before', 'crash-after', 'error', 'lost-reply', 'slow'] as const;

/** Every place at which something can go wrong, and what. */
export const PORT_FAULTS = {
  'ledger.put': [...CALL, 'refusal'],
  'ledger.get': CALL,
  'ledger.list': CALL,
  'archive.put': [...CALL, 'refusal'],
  'archive.get': CALL,
  'archive.list': CALL,
  'source.list': [...CALL, 'refusal'],
  'source.open': CALL,
  'source.read': CALL,
  'queue.send': CALL,
  'mail.send': [...CALL, 'refusal'],
  tick: ['drop', 'repeat', 'late'],
  /** A message handed to a function. */
  delivery: ['repeat'],
  /** A message deleted after the function's success. */
  deletion: ['error'],
  'mail-event': ['drop', 'repeat', 'late'],
} as const satisfies Readonly<Record<string, readonly FaultKind[]>>;

export type Port = keyof typeof PORT_FAULTS;

export const PORTS = Object.keys(PORT_FAULTS) as readonly Port[];

/** Decides of each numbered operation whether, and how, it goes wrong. */
export type FaultPlan = (operation: number, port: Port) => FaultKind | undefined;

/** One fault, at the operation of that number. */
export interface Fault {
  readonly at: number;
  readonly kind: FaultKind;
}

export const noFaults: FaultPlan = () => undefined;

/** Exactly these faults; one that its operation cannot suffer does not happen. */
export function listedFaults(faults: readonly Fault[]): FaultPlan {
  const kinds = new Map(faults.map(({ at, kind }) => [at, kind]));
  return (operation, port) => {
    const kind = kinds.get(operation);
    return kind !== undefined && canSuffer(port, kind) ? kind : undefined;
  };
}

export function canSuffer(port: Port, kind: FaultKind): boolean {
  return (PORT_FAULTS[port] as readonly FaultKind[]).includes(kind);
}

/** How often each fault happens at each port, as shares of its operations. */
export type FaultRates = ReadonlyMap<Port, readonly (readonly [kind: FaultKind, share: number])[]>;

export function randomFaults(rates: FaultRates, random: () => number): FaultPlan {
  return (_operation, port) => {
    let chance = random();
    for (const [kind, share] of rates.get(port) ?? []) {
      if (chance < share) return kind;
      chance -= share;
    }
    return undefined;
  };
}
