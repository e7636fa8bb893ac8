const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

/** True when arrays and objects of a JSON text are nested deeper than `maxDepth`; what would overflow a stack is found without one. */
export function isDeeperThan(jsonText: string, maxDepth: number): boolean {
  return excessOf(jsonText, { depth: maxDepth, containers: Number.POSITIVE_INFINITY }) === 'depth';
}

/**
 * What a JSON text has too much of, found before it is parsed: five megabytes of empty objects become 150 of memory.
 * `containers` counts its arrays and objects.
 */
export function excessOf(
  jsonText: string,
  max: { readonly depth: number; readonly containers: number },
): 'depth' | 'containers' | undefined {
  let depth = 0;
  let containers = 0;
  let inString = false;
  for (let index = 0; index < jsonText.length; index += 1) {
    const code = jsonText.charCodeAt(index);
    // Digits, commas and colons: most of what a source sends.
    if (code > QUOTE && code < OPEN_BRACKET) continue;
    if (inString) {
      if (code === BACKSLASH) index += 1;
      else if (code === QUOTE) inString = false;
    } else if (code === QUOTE) {
      inString = true;
    } else if (code === OPEN_BRACKET || code === OPEN_BRACE) {
      depth += 1;
      containers += 1;
      if (depth > max.depth) return 'depth';
      if (containers > max.containers) return 'containers';
    } else if (code === CLOSE_BRACKET || code === CLOSE_BRACE) {
      depth -= 1;
    }
  }
  return undefined;
}

/** The same of a value that was parsed already, which takes a fraction of the time; of small texts, that is. */
export function isValueDeeperThan(value: unknown, maxDepth: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (maxDepth === 0) return true;
  if (Array.isArray(value)) {
    // By index, without an iterator: most of a long answer are numbers, for which nothing else is done.
    for (let index = 0; index < value.length; index += 1) {
      const part: unknown = value[index];
      if (typeof part === 'object' && isValueDeeperThan(part, maxDepth - 1)) return true;
    }
    return false;
  }
  for (const part of Object.values(value)) {
    if (typeof part === 'object' && isValueDeeperThan(part, maxDepth - 1)) return true;
  }
  return false;
}
