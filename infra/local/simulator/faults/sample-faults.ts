import type { HidesSample } from '../bucketed-samples.ts';
import type { SimulatedLocation } from '../simulated-fleet.ts';
import type { TimeWindow } from '../time-window.ts';
import type { Fault, FaultOf } from './fault.ts';

/** The test of which samples are not there, or undefined when all are. */
export function hiddenSamples(
  faults: readonly Fault[],
  source: SimulatedLocation,
  window: TimeWindow,
  nowEpochMs: number,
): HidesSample | undefined {
  const tests = faults.flatMap((fault) => testOf(fault, source, window, nowEpochMs) ?? []);
  if (tests.length === 0) return undefined;
  return (registerIndex, stamp) => tests.some((hides) => hides(registerIndex, stamp));
}

function testOf(
  fault: Fault,
  source: SimulatedLocation,
  window: TimeWindow,
  nowEpochMs: number,
): HidesSample | undefined {
  const hubOf = (registerIndex: number) => source.registers[registerIndex]?.installation;
  switch (fault.kind) {
    case 'silent-register':
      return (registerIndex) => source.registers[registerIndex]?.id === fault.register;
    case 'silent-hub':
      return (registerIndex, stamp) => hubOf(registerIndex) === fault.hub && isWithin(fault, stamp);
    case 'late-data':
      if (nowEpochMs >= fault.untilEpochMs) return undefined;
      return (registerIndex, stamp) =>
        stamp > window.endEpochSeconds - fault.lastSeconds &&
        (fault.hub === undefined || hubOf(registerIndex) === fault.hub);
    default:
      return undefined;
  }
}

const isWithin = (fault: FaultOf<'silent-hub'>, stamp: number) =>
  stamp >= (fault.fromEpochSeconds ?? 0) && stamp < (fault.toEpochSeconds ?? Number.POSITIVE_INFINITY);

/** Hubs that a silent-hub fault takes out of the echo. */
export function unlistedHubs(faults: readonly Fault[]): readonly string[] {
  return faults.flatMap((fault) => (fault.kind === 'silent-hub' && fault.isListed === false ? [fault.hub] : []));
}

/** Since when a hub has not been heard at an instant, by the silent-hub faults; undefined when it is heard. */
export function silentSince(faults: readonly Fault[], hub: string, nowEpochSeconds: number): number | undefined {
  const since = faults.flatMap((fault) =>
    fault.kind === 'silent-hub' && fault.hub === hub && isWithin(fault, nowEpochSeconds)
      ? [fault.fromEpochSeconds ?? 0]
      : [],
  );
  return since[0];
}
