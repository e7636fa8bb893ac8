import type { EndpointName } from '../router.ts';
import type { Fault } from './fault.ts';

/** A request, as far as faults care. */
export type FaultTarget = {
  readonly path: string;
  /** Undefined for a path that the API does not have. */
  readonly endpoint: EndpointName | undefined;
  readonly locationId: string | undefined;
};

/** The faults that are switched on, each with its own count of the requests it met. */
export type FaultDesk = {
  /** Replaces all faults, and starts their counts anew. */
  set(faults: readonly Fault[]): void;
  /** The faults that strike this request; those with a limit come one nearer to it. */
  take(target: FaultTarget): readonly Fault[];
};

export function createFaultDesk(initial: readonly Fault[]): FaultDesk {
  let entries: { fault: Fault; met: number }[] = [];
  const set = (faults: readonly Fault[]) => {
    entries = faults.map((fault) => ({ fault, met: 0 }));
  };
  set(initial);
  return {
    set,
    take: (target) =>
      entries.flatMap((entry) => {
        if (!isInScope(entry.fault, target)) return [];
        entry.met += 1;
        const turn = entry.met - (entry.fault.skip ?? 0);
        return turn >= 1 && turn <= (entry.fault.times ?? Number.POSITIVE_INFINITY) ? [entry.fault] : [];
      }),
  };
}

const SERIES: readonly EndpointName[] = ['aggregate', 'historical'];
const LISTS: readonly EndpointName[] = [
  'locations',
  'location-registers',
  'location-installations',
  'installations',
  'installation-registers',
  'registers',
];

/** Endpoints whose answers a fault of the kind can change at all; others are not counted against it. */
const ENDPOINTS: Partial<Record<Fault['kind'], readonly EndpointName[]>> = {
  next: LISTS,
  'wrong-echo': SERIES,
  'array-length': ['historical'],
  'non-finite': SERIES,
  'time-zone': ['locations', 'location'],
  'unknown-register': ['aggregate'],
  'missing-kwh': ['aggregate'],
  'empty-results': SERIES,
  'stretched-kwh': ['aggregate'],
  'extremes-by-magnitude': ['aggregate'],
  'silent-register': SERIES,
  'silent-hub': [...SERIES, 'hub-connectivity'],
  'late-data': SERIES,
  'other-row': SERIES,
  'empty-rows': ['aggregate'],
};

function isInScope(fault: Fault, target: FaultTarget): boolean {
  const endpoints = ENDPOINTS[fault.kind];
  if (endpoints !== undefined && (target.endpoint === undefined || !endpoints.includes(target.endpoint))) return false;
  return isPathInScope(fault, target) && isLocationInScope(fault, target);
}

function isPathInScope({ path }: Fault, target: FaultTarget): boolean {
  if (path === undefined) return target.endpoint !== 'token';
  return typeof path === 'string' ? target.path.includes(path) : path.test(target.path);
}

/** Faults of wire objects pick their objects in the body, so that a list of many locations can hold one bad one. */
function isLocationInScope(fault: Fault, target: FaultTarget): boolean {
  if (fault.location === undefined || target.locationId === fault.location) return true;
  return target.locationId === undefined && (fault.kind === 'label' || fault.kind === 'time-zone');
}
