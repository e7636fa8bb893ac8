/** True for the names and addresses that never leave this machine. */
function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}

/** Why a URL may not be sent requests, said for the person who configured it; undefined when it may. */
export function urlProblem(text: string): string | undefined {
  if (!URL.canParse(text)) return 'is not a URL: write it with its scheme, such as https://example.com';
  const url = new URL(text);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname))) {
    return 'must begin with https:// (http:// is accepted for loopback addresses only)';
  }
  if (url.username !== '' || url.password !== '') return 'must not hold a user name or password';
  if (url.hash !== '') return 'must not have a part behind #';
  return undefined;
}

/** Why a text is not the origin of an API; undefined when it is one. A single slash behind the host is accepted. */
export function originProblem(text: string): string | undefined {
  const problem = urlProblem(text);
  if (problem !== undefined) return problem;
  const url = new URL(text);
  return url.pathname === '/' && url.search === '' ? undefined : 'must end after the host: leave out the path';
}
