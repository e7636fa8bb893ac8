/** The file as it was read, of any shape: what is no object has no parts. */
export function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

/** A name that may be repeated in a fault: it is neither an address nor a secret's form. */
export const isPlain = (name: string) => /^[A-Za-z0-9_-]{1,64}$/.test(name);

/** ` (a, b)`: the first ten of the names that may be repeated, or nothing. */
export function listed(names: readonly string[]): string {
  const shown = names.filter(isPlain).slice(0, 10);
  return shown.length === 0 ? '' : ` (${shown.join(', ')})`;
}
