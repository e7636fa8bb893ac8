const MAX_QUOTED_CHARACTERS = 40;

/**
 * Shows a foreign value inside an error message: at most 40 characters of a text, as a JSON string in printable ASCII,
 * so that neither line breaks nor writing-direction marks reach a log; of anything that is no text, only what it is.
 */
export function quoted(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (typeof value !== 'string') return `a value of type ${Array.isArray(value) ? 'array' : typeof value}`;
  const characters = Array.from(value.slice(0, 2 * MAX_QUOTED_CHARACTERS + 2));
  const shown = characters.slice(0, MAX_QUOTED_CHARACTERS).join('');
  const escaped = JSON.stringify(shown).replace(/[^\x20-\x7e]/g, escapeCodeUnit);
  return characters.length > MAX_QUOTED_CHARACTERS ? `${escaped}…` : escaped;
}

function escapeCodeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
