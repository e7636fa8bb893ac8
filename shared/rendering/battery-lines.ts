import type { Report } from '../domain/report/report.ts';
import type { Language } from './language/language.ts';

/** What a battery did, a line each. */
export interface BatteryLine {
  readonly name: string;
  readonly value: string;
  /** When or what it was; empty where the name says it all. */
  readonly detail: string;
}

/** Names a figure of self-consumption: with a battery, what was not exported may have been stored instead of used. */
export function ownUseName({ battery }: Report, { texts }: Language, nameWithoutBattery: string): string {
  return battery === null ? nameWithoutBattery : texts.flow.notExported;
}

/** What went in and came out, what was lost, and what was stored at both ends of the period; what nobody knows of the last two is left out. */
export function batteryLines({ battery, start, end, timeZone }: Report, language: Language): BatteryLine[] {
  if (battery === null) return [];
  const { flow } = language.texts;
  const { charged, discharged, lossesKWh, atStart, atEnd } = battery;
  const known = (name: string, energyKWh: number | null, detail: string): BatteryLine[] =>
    energyKWh === null ? [] : [{ name, value: language.energy(energyKWh), detail }];
  return [
    { name: flow.charged, value: language.figure(charged), detail: '' },
    { name: flow.discharged, value: language.figure(discharged), detail: '' },
    ...known(flow.losses, lossesKWh, flow.lossesDetail),
    ...known(flow.storedAtStart, atStart, language.dateTime(start, timeZone)),
    ...known(flow.storedAtEnd, atEnd, language.dateTime(end, timeZone)),
  ];
}
