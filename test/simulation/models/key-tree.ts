/** Keys by the folders that their slashes make, so that listing a prefix that ends in one costs what it gives. */
export interface KeyTree {
  add(key: string): void;
  /** In ascending order; for a prefix that does not end in a slash, of its folder's keys those that begin with it. */
  below(prefix: string): readonly string[];
}

interface Folder {
  readonly above: Folder | undefined;
  readonly folders: Map<string, Folder>;
  readonly keys: string[];
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
      folder.keys.push(key);
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
  return { above, folders: new Map(), keys: [], sorted: NOTHING };
}

function sortedBelow(folder: Folder): readonly string[] {
  if (folder.sorted === undefined) {
    const keys = [...folder.keys];
    for (const inner of folder.folders.values()) for (const key of sortedBelow(inner)) keys.push(key);
    folder.sorted = keys.sort();
  }
  return folder.sorted;
}
