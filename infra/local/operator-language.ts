import { type Language, languageFor } from '../../shared/rendering/language/language.ts';

/** The language that the commands speak. */
const LOCALE = 'en-US';

let language: Language | undefined;
let kWh: Intl.NumberFormat | undefined;

/** Made once: its formats take a millisecond, and memory that no program sees until it is collected. */
export function operatorLanguage(): Language {
  language ??= languageFor(LOCALE);
  return language;
}

/** A figure in kWh with one decimal, without the unit. */
export function formatKWh(energyKWh: number): string {
  kWh ??= new Intl.NumberFormat(LOCALE, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return kWh.format(energyKWh);
}
