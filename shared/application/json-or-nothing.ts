/** The value of a JSON text; undefined for any other text, of which nothing is repeated. */
export function jsonOrNothing(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
