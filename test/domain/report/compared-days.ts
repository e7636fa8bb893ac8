import type { DayFacts } from '../../../shared/domain/energy/day-facts.ts';
import type { DayReadings } from '../../../shared/domain/energy/day-readings.ts';
import { summariseDay } from '../../../shared/domain/energy/summarise-day.ts';
import { instantFromMs } from '../../../shared/domain/time/instant.ts';
import { datesBetween, parseLocalDate } from '../../../shared/domain/time/local-date.ts';
import { aDay, aRegister, type MeteredRegister, readingsOf, type SlotPower } from '../../support/readings-builder.ts';

export const mains = (powerW: SlotPower = 1000): MeteredRegister => ({ register: aRegister('m', 'main'), powerW });
export const circuit = (id = 'c', powerW: SlotPower = 400): MeteredRegister => ({
  register: aRegister(id, 'circuit'),
  powerW,
});
export const solar = (id = 'pv', powerW: SlotPower = -500): MeteredRegister => ({
  register: aRegister(id, 'production'),
  powerW,
});
export const SILENT: SlotPower = () => null;

/** Facts of one local day in Chicago. */
export function factsOf(
  date: string,
  metered: readonly MeteredRegister[] = [mains(), circuit()],
  over: Partial<DayReadings> = {},
): DayFacts {
  const day = aDay(date);
  return summariseDay(readingsOf(day, metered, over), instantFromMs(day.end));
}

/** Facts of each day from one date to another, both included. */
export function factsBetween(
  first: string,
  last: string,
  meteredOn: (date: string) => readonly MeteredRegister[] = () => [mains(), circuit()],
): DayFacts[] {
  return datesBetween(parseLocalDate(first), parseLocalDate(last)).map((date) => factsOf(date, meteredOn(date)));
}
