/** Keys in order, a folder at a time, so that a page of a million costs no more than its thousand. */
export interface KeyIndex {
  add(key: string): void;
  /** @param after the last key of the page before, in base64 */
  page(
    prefix: string,
    after: string | null,
    size: number,
  ): { readonly keys: readonly string[]; readonly next: string | undefined };
}

/** The parts of a key up to which folders are told apart: `ledger/v1/finished/daily/2026-11-19/`. */
const DEPTH = 5;

export function createKeyIndex(): KeyIndex {
  const folders = new Map<string, { keys: string[]; isSorted: boolean }>();
  const sorted = (name: string): readonly string[] => {
    const folder = folders.get(name);
    if (folder === undefined) return [];
    if (!folder.isSorted) folder.keys.sort();
    folder.isSorted = true;
    return folder.keys;
  };
  return {
    add(key) {
      const name = folderOf(key);
      const folder = folders.get(name) ?? { keys: [], isSorted: true };
      folders.set(name, folder);
      folder.keys.push(key);
      folder.isSorted = false;
    },
    page(prefix, after, size) {
      const from = after === null ? prefix : `${Buffer.from(after, 'base64url').toString()}\u0001`;
      const own = prefix.split('/').length > DEPTH;
      const names = own ? [folderOf(prefix)] : [...folders.keys()].filter((name) => name.startsWith(prefix)).sort();
      const keys: string[] = [];
      for (const name of names) {
        const all = sorted(name);
        for (let at = firstAtOrAfter(all, from); at < all.length && keys.length <= size; at += 1) {
          const key = all[at] ?? '';
          if (!key.startsWith(prefix)) break;
          keys.push(key);
        }
        if (keys.length > size) break;
      }
      const page = keys.slice(0, size);
      const next = keys.length > size ? Buffer.from(page.at(-1) ?? '').toString('base64url') : undefined;
      return { keys: page, next };
    },
  };
}

const folderOf = (key: string) => `${key.split('/').slice(0, DEPTH).join('/')}/`;

function firstAtOrAfter(keys: readonly string[], from: string): number {
  let [low, high] = [0, keys.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle] ?? '') < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
