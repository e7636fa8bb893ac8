import { type Profile, SLOT_SECONDS } from '../profile.ts';
import { noiseAt } from '../steady-noise.ts';

const SLOT_HOURS = SLOT_SECONDS / 3600;

/**
 * An appliance that runs at most once a day, at about the same hour: a washing machine, a shower, a car that charges at night.
 * A run may go on after midnight.
 */
export function runs(options: {
  readonly startHour: number;
  readonly spreadHours: number;
  readonly minutes: number;
  readonly powerW: number;
  /** Chance of a run, on Monday to Friday and on the other days. */
  readonly workday: number;
  readonly weekend: number;
}): Profile {
  const hoursInSlot = (dayNumber: number, weekday: number, hourOfThatDay: number, seed: number): number => {
    const chance = weekday === 0 || weekday === 6 ? options.weekend : options.workday;
    if (noiseAt(seed, dayNumber * 4) >= chance) return 0;
    const start = options.startHour + (noiseAt(seed, dayNumber * 4 + 1) - 0.5) * options.spreadHours;
    const end = start + (options.minutes / 60) * (0.75 + 0.5 * noiseAt(seed, dayNumber * 4 + 2));
    return Math.max(0, Math.min(end, hourOfThatDay + SLOT_HOURS) - Math.max(start, hourOfThatDay));
  };
  return ({ dayNumber, weekday, hour, epochSeconds }, seed) => {
    const today = hoursInSlot(dayNumber, weekday, hour, seed);
    const sinceYesterday = hoursInSlot(dayNumber - 1, (weekday + 6) % 7, hour + 24, seed);
    const hours = Math.min(SLOT_HOURS, today + sinceYesterday);
    if (hours === 0) return 0;
    return ((options.powerW * hours) / SLOT_HOURS) * (0.95 + 0.1 * noiseAt(seed + 1, epochSeconds / SLOT_SECONDS));
  };
}

/** Works while a business is open, apart from one weekday (0 is Sunday) on which it is closed. */
export function opening(options: {
  readonly fromHour: number;
  readonly toHour: number;
  readonly closedOn: number;
  readonly openW: number;
  readonly closedW: number;
}): Profile {
  return ({ hour, weekday, epochSeconds }, seed) => {
    const isOpen = weekday !== options.closedOn && hour >= options.fromHour && hour < options.toHour;
    return isOpen ? options.openW * (0.7 + 0.6 * noiseAt(seed, epochSeconds / SLOT_SECONDS)) : options.closedW;
  };
}
