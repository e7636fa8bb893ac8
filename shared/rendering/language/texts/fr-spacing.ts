/**
 * French text: its spaces before : ; ! ? % » and after « do not break. What fills the template stays as it is, because it
 * is formatted already or is a name of the tenant's.
 */
export function fr(parts: TemplateStringsArray, ...filled: readonly (string | number)[]): string {
  return String.raw({ raw: parts.map(withoutBreaks) }, ...filled);
}

const withoutBreaks = (text: string): string => text.replaceAll(/ (?=[:;!?%»])|(?<=«) /g, '\u00A0');
