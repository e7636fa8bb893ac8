/** Spells a place in the file: `reports[0].match.fleet`. A name that might be an address or a secret is not repeated. */
export function faultPath(keys: readonly PropertyKey[], root = ''): string {
  return keys.reduce<string>((path, key) => path + step(key, path === ''), root);
}

function step(key: PropertyKey, isFirst: boolean): string {
  if (typeof key === 'number') return `[${key}]`;
  const name = String(key);
  if (/^[A-Za-z$_][A-Za-z0-9_-]{0,39}$/.test(name)) return isFirst ? name : `.${name}`;
  return '[…]';
}
