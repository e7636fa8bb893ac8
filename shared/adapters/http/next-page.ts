import { UnexpectedPayloadError } from '../../errors.ts';

const MAX_CHARACTERS = 2_000;

/**
 * The address of the page after this one, from what the page calls `next`: a path or a whole URL, or nothing at the end.
 * The access token goes along with it, so it has to be the same list at the same host, and a page not seen before.
 * @throws UnexpectedPayloadError for anything else
 */
export function nextPage(next: unknown, current: URL, visited: ReadonlySet<string>, listName: string): URL | undefined {
  if (next === undefined || next === null || next === '') return undefined;
  const refuse = (why: string) =>
    new UnexpectedPayloadError(`${listName} names a next page that ${why}: it was not followed`);
  if (typeof next !== 'string' || next.length > MAX_CHARACTERS || !URL.canParse(next, current.href)) {
    throw refuse('is no address');
  }
  const url = new URL(next, current);
  url.hash = '';
  if (url.origin !== current.origin || url.username !== '' || url.password !== '') throw refuse('is at another host');
  if (url.pathname !== current.pathname) throw refuse('belongs to another list');
  if (visited.has(url.href)) throw refuse('was read before');
  return url;
}
