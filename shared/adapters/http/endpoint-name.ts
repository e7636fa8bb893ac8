const MAX_PATH_CHARACTERS = 200;

/** Names a request in an error: method, origin and path. The query stays out, as it may say whom the request is about. */
export function endpointName(method: string, url: URL): string {
  const path = url.pathname;
  const shown = path.length > MAX_PATH_CHARACTERS ? `${path.slice(0, MAX_PATH_CHARACTERS)}…` : path;
  return `${method} ${url.origin}${shown}`;
}
