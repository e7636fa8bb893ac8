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

/** How many arrays and objects a JSON text has at most, by its opening brackets, be they in strings; counts no further than one above `max`. */
export function openingsIn(jsonText: string, max: number): number {
  let openings = 0;
  for (const bracket of ['[', '{']) {
    let index = jsonText.indexOf(bracket);
    while (index !== -1 && openings <= max) {
      openings += 1;
      index = jsonText.indexOf(bracket, index + 1);
    }
  }
  return openings;
}

/**
 * True when a parsed value is nested deeper than `maxDepth`. It has at most `containers` arrays and objects: once so many
 * were seen, the numbers in the innermost of them, which are most of what a source sends, need not be looked at.
 */
export function isValueDeeperThan(value: unknown, maxDepth: number, containers: number): boolean {
  let level = isContainer(value) ? [value] : [];
  let seen = level.length;
  for (let depth = 0; depth < maxDepth && level.length > 0; depth += 1) {
    if (seen >= containers) return false;
    level = containersIn(level);
    seen += level.length;
  }
  return level.length > 0;
}

type Container = Readonly<Record<string, unknown>> | readonly unknown[];

const isContainer = (value: unknown): value is Container => typeof value === 'object' && value !== null;

/** By index and by name, without iterators and lists of values: they would take several times as long. */
function containersIn(level: readonly Container[]): Container[] {
  const inside: Container[] = [];
  for (const container of level) {
    if (isList(container)) {
      for (let index = 0; index < container.length; index += 1) {
        const part = container[index];
        if (isContainer(part)) inside.push(part);
      }
    } else {
      for (const name in container) {
        const part = container[name];
        if (isContainer(part)) inside.push(part);
      }
    }
  }
  return inside;
}

const isList = (container: Container): container is readonly unknown[] => Array.isArray(container);
