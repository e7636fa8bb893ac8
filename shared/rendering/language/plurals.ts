export interface Plurals {
  /** The form of a word that goes with a count. */
  form(count: number, one: string, other: string): string;
  /** The count and the form that goes with it: "3 Tage". */
  counted(count: number, one: string, other: string): string;
}

/** The plural of whole numbers as a language has it: nothing is plural in German ("0 Tage"), but not in French ("0 jour"). */
export function pluralsOf(language: string): Plurals {
  const rules = new Intl.PluralRules(language);
  const form = (count: number, one: string, other: string) => (rules.select(count) === 'one' ? one : other);
  return { form, counted: (count, one, other) => `${count} ${form(count, one, other)}` };
}
