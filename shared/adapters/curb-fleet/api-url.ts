const FLEET_NAME = /^[A-Za-z0-9][A-Za-z0-9._~-]{0,63}$/;

/** True for what can be a fleet's name in a path of the API. */
export function isFleetName(text: string): boolean {
  return FLEET_NAME.test(text);
}

/** A URL below a fleet; the segments are ids and words, encoded here. */
export function apiUrl(
  apiOrigin: string,
  fleet: string,
  segments: readonly string[],
  query: Readonly<Record<string, string>> = {},
): URL {
  const url = new URL(`/api/${[fleet, ...segments].map(encodeURIComponent).join('/')}`, apiOrigin);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url;
}
