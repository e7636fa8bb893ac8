import type { Instant } from '../time/instant.ts';
import type { LocalDay } from '../time/local-day.ts';
import type { Gap } from './day-facts.ts';
import type { PowerSeries } from './day-readings.ts';
import type { Register } from './register.ts';

/** The stretches in which at least one hub was silent; registers without a hub count as one hub together. */
export function findGaps(day: LocalDay, registers: readonly Register[], series: PowerSeries): Gap[] {
  const columnsByHub = Map.groupBy(registers, (register) => register.hubId ?? '');
  const slotMs = series.resolutionSeconds * 1000;
  const slots = Math.round((day.end - day.start) / slotMs);
  const gaps: Gap[] = [];
  let open: { from: number; silent: string } | undefined;
  for (let slot = 0; slot <= slots; slot += 1) {
    const silent = slot < slots ? silentHubs(columnsByHub, series, slot).join('\n') : undefined;
    if (open !== undefined && silent !== open.silent) {
      gaps.push(gapBetween(day, open.from * slotMs, slot * slotMs, open.silent, columnsByHub.size));
      open = undefined;
    }
    if (open === undefined && silent !== undefined && silent !== '') open = { from: slot, silent };
  }
  return gaps;
}

// A hub stands as '-' when it is the nameless one, so that "one nameless hub is silent" differs from "none is".
const spelled = (hubId: string) => (hubId === '' ? '-' : hubId);

function silentHubs(columnsByHub: Map<string, Register[]>, series: PowerSeries, slot: number): string[] {
  const silent: string[] = [];
  for (const [hubId, registers] of columnsByHub) {
    const heard = registers.some(
      (register) => !Number.isNaN(series.wattsByRegister.get(register.id)?.[slot] ?? Number.NaN),
    );
    if (!heard) silent.push(spelled(hubId));
  }
  return silent;
}

function gapBetween(day: LocalDay, fromMs: number, toMs: number, silent: string, hubCount: number): Gap {
  const hubIds = silent.split('\n');
  return {
    start: (day.start + fromMs) as Instant,
    end: (day.start + toMs) as Instant,
    hubIds: hubIds.filter((hubId) => hubId !== '-'),
    complete: hubIds.length === hubCount,
  };
}
