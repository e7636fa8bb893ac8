import { MeterpostError, UnexpectedPayloadError } from '../../errors.ts';
import { nextPage } from './next-page.ts';

export interface PagedList<T> {
  readonly items: readonly T[];
  /** Why the list has an end that was not read; undefined when it was read to its end. */
  readonly brokenOff: MeterpostError | undefined;
  /** Why something may be missing from a list that was read to its end. */
  readonly doubt: string | undefined;
}

/** One page of a list, in our own words for what sources say of their pages. */
export interface ListPage {
  /** How many entries the whole list has; absent where the source gives no count. */
  readonly count?: number | null | undefined;
  /** The address of the next page, relative to this one or whole; nothing at the end. */
  readonly next?: unknown;
  readonly results: readonly unknown[];
}

export interface ListToRead<T> {
  readonly firstUrl: URL;
  /** How the list is called in errors. */
  readonly name: string;
  fetchPage(url: URL): Promise<ListPage>;
  /** Undefined for an entry that cannot be read; an error ends the whole list. */
  readItem(entry: unknown): T | undefined;
  idOf(item: T): string;
}

const MAX_PAGES = 500;
const MAX_ITEMS = 50_000;

/**
 * Reads a list to its end, page by page; an id that comes twice counts once. What was read before something went wrong
 * comes back together with the reason.
 * @throws what reading the first page throws
 */
export async function readPagedList<T>(list: ListToRead<T>): Promise<PagedList<T>> {
  const found = { items: new Map<string, T>(), repeated: 0, unreadable: 0 };
  const visited = new Set<string>();
  let url: URL | undefined = list.firstUrl;
  let page: ListPage;
  try {
    do {
      visited.add(url.href);
      page = await list.fetchPage(url);
      const before = found.items.size;
      collect(list, page, found);
      url = nextPage(page.next, url, visited, list.name);
      if (url !== undefined && visited.size > 1 && found.items.size === before) {
        throw new UnexpectedPayloadError(`${list.name} goes on with pages that bring nothing new`);
      }
      if (url !== undefined && (visited.size >= MAX_PAGES || found.items.size > MAX_ITEMS)) {
        throw new UnexpectedPayloadError(`${list.name} is longer than ${MAX_PAGES} pages or ${MAX_ITEMS} entries`);
      }
    } while (url !== undefined);
  } catch (error) {
    if (found.items.size === 0 || !(error instanceof MeterpostError)) throw error;
    return { items: [...found.items.values()], brokenOff: error, doubt: undefined };
  }
  return { items: [...found.items.values()], brokenOff: undefined, doubt: doubtAbout(list.name, page, found) };
}

interface Found<T> {
  readonly items: Map<string, T>;
  repeated: number;
  unreadable: number;
}

function collect<T>(list: ListToRead<T>, page: ListPage, found: Found<T>): void {
  for (const entry of page.results) {
    const item = list.readItem(entry);
    if (item === undefined) found.unreadable += 1;
    else if (found.items.has(list.idOf(item))) found.repeated += 1;
    else found.items.set(list.idOf(item), item);
  }
}

function doubtAbout<T>(name: string, lastPage: ListPage, found: Found<T>): string | undefined {
  if (found.unreadable > 0) return `${name} holds ${found.unreadable} entries that cannot be read`;
  if (found.repeated > 0) return `${name} moved while it was read: ${found.repeated} entries came twice`;
  const missing = (lastPage.count ?? 0) - found.items.size;
  return missing > 0 ? `${name} ends ${missing} entries before its own count` : undefined;
}
