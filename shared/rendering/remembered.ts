/** The same function with its results kept: so many of them, then it begins anew, so that a long life needs no more memory. */
export function remembered<Key, Result>(most: number, make: (key: Key) => Result): (key: Key) => Result {
  const known = new Map<Key, Result>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    if (known.size >= most) known.clear();
    const result = make(key);
    known.set(key, result);
    return result;
  };
}
