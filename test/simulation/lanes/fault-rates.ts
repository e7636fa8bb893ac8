import { canSuffer, type FaultKind, type FaultRates, PORTS, type Port } from '../world/faults.ts';

type Shares = Partial<Record<FaultKind, number>>;

const STORE_PUT: Shares = {
  'crash-before': 0.002,
  'crash-after': 0.002,
  error: 0.005,
  'lost-reply': 0.006,
  refusal: 0.004,
  slow: 0.0005,
};
const READ: Shares = { 'crash-before': 0.0007, 'crash-after': 0.0007, error: 0.003, 'lost-reply': 0.001, slow: 0.0003 };
const SOURCE: Shares = { 'crash-before': 0.001, 'crash-after': 0.001, error: 0.01, 'lost-reply': 0.003, slow: 0.002 };

/** How often each fault happens in a run with nothing particular about it. */
const USUAL: Readonly<Record<Port, Shares>> = {
  'ledger.put': STORE_PUT,
  'archive.put': STORE_PUT,
  'ledger.get': READ,
  'ledger.list': READ,
  'archive.get': READ,
  'archive.list': READ,
  'source.list': { ...SOURCE, refusal: 0.02 },
  'source.open': SOURCE,
  'source.read': SOURCE,
  'queue.send': { 'crash-before': 0.005, 'crash-after': 0.005, error: 0.01, 'lost-reply': 0.01, slow: 0.002 },
  'mail.send': {
    'crash-before': 0.004,
    'crash-after': 0.006,
    error: 0.01,
    'lost-reply': 0.012,
    refusal: 0.03,
    slow: 0.003,
  },
  tick: { drop: 0.05, repeat: 0.05, late: 0.03 },
  delivery: { repeat: 0.06 },
  deletion: { error: 0.005 },
  'mail-event': { drop: 0.02, repeat: 0.02, late: 0.02 },
};

/** A kind of fault is left out of a run altogether, or comes up less, as, or more often than usual. */
const TIMES = [0, 0, 0.3, 1, 1, 3] as const;

/**
 * Draws a run's own rates: runs differ in what goes wrong, and not only in how often, so that one kind of trouble does
 * not always hide behind another.
 */
export function drawFaultRates(random: () => number): FaultRates {
  const rates = new Map<Port, (readonly [FaultKind, number])[]>();
  for (const port of PORTS) {
    const own: (readonly [FaultKind, number])[] = [];
    for (const [kind, share] of Object.entries(USUAL[port]) as [FaultKind, number][]) {
      const times = TIMES[Math.floor(random() * TIMES.length)] ?? 0;
      if (times > 0 && canSuffer(port, kind)) own.push([kind, times * share]);
    }
    rates.set(port, own);
  }
  return rates;
}

/** The same rates, but for a port at which nothing else happens than these, and as often as is said. */
export function withRates(rates: FaultRates, port: Port, shares: Shares): FaultRates {
  return new Map(rates).set(port, Object.entries(shares) as [FaultKind, number][]);
}

/** The share of a port's operations that suffer one of the kinds. */
export function shareOf(rates: FaultRates, port: Port, kinds: readonly FaultKind[]): number {
  return (rates.get(port) ?? []).reduce((sum, [kind, share]) => sum + (kinds.includes(kind) ? share : 0), 0);
}
