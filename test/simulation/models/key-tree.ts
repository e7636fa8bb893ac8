/** Keys by the folders that their slashes make, so that listing a prefix that ends in one costs what it gives. */
export interface KeyTree {
  add(key: string): void;
  /** In ascending order; for a prefix that does not end in a slash, of its folder's keys those that begin with it. */
  below(prefix: string): readonly string[];
}

interface Folder {
  readonly above: Folder | undefined;
  readonly folders: Map<string, Folder>;
  /** Its own, in ascending order; never changed once somebody has it. */
  keys: string[];
  isHandedOut: boolean;
  /** Everything below, sorted; forgotten when a key is added. */
  sorted: readonly string[] | undefined;
}

const NOTHING: readonly string[] = [];

export function createKeyTree(): KeyTree {
  const root = newFolder(undefined);
  const find = (path: readonly string[]): Folder | undefined => {
    let folder: Folder | undefined = root;
    for (const name of path) folder = folder?.folders.get(name);
    return folder;
  };
  return {
    add(key) {
      let folder = root;
      for (const name of key.split('/').slice(0, -1)) {
        const known = folder.folders.get(name) ?? newFolder(folder);
        folder.folders.set(name, known);
        folder = known;
      }
      insert(folder, key);
      for (let at: Folder | undefined = folder; at !== undefined; at = at.above) at.sorted = undefined;
    },
    below(prefix) {
      const folder = find(prefix.split('/').slice(0, -1));
      if (folder === undefined) return NOTHING;
      const keys = sortedBelow(folder);
      return prefix.endsWith('/') || prefix === '' ? keys : keys.filter((key) => key.startsWith(prefix));
    },
  };
}

function newFolder(above: Folder | undefined): Folder {
  return { above, folders: new Map(), keys: [], isHandedOut: false, sorted: undefined };
}

function insert(folder: Folder, key: string): void {
  if (folder.isHandedOut) folder.keys = folder.keys.slice();
  folder.isHandedOut = false;
  let [from, to] = [0, folder.keys.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((folder.keys[middle] ?? '') < key) from = middle + 1;
    else to = middle;
  }
  folder.keys.splice(from, 0, key);
}

function sortedBelow(folder: Folder): readonly string[] {
  if (folder.sorted !== undefined) return folder.sorted;
  if (folder.folders.size === 0) {
    folder.isHandedOut = true;
    folder.sorted = folder.keys;
  } else {
    const keys = folder.keys.slice();
    for (const inner of folder.folders.values()) for (const key of sortedBelow(inner)) keys.push(key);
    folder.sorted = keys.sort();
  }
  return folder.sorted;
}
