import { InvalidLogoError } from './branding.ts';

/** A tag of a drawing, in the order of the file. */
export interface SvgTag {
  readonly kind: 'open' | 'close' | 'empty';
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

const TOKEN =
  /<!--[\s\S]*?-->|<\?xml\s[^>]*\?>|<(\/?)([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/**
 * Takes a drawing apart into its tags; its texts are of no interest.
 * @throws {InvalidLogoError} for declarations, entities and whatever else is not a plain tag
 */
export function svgTags(text: string): SvgTag[] {
  const tags: SvgTag[] = [];
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  while (at < text.length) {
    if (text[at] !== '<') {
      const next = text.indexOf('<', at);
      at = next < 0 ? text.length : next;
      continue;
    }
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    if (match === null) throw new InvalidLogoError('the SVG has more than plain tags in it: save it as plain SVG');
    const [, slash, name, attributes = '', empty] = match;
    if (name !== undefined) {
      if (attributes.includes('&'))
        throw new InvalidLogoError('an SVG with entities is not read: save it as plain SVG');
      tags.push({
        kind: slash === '/' ? 'close' : empty === '/' ? 'empty' : 'open',
        name,
        attributes: new Map(Array.from(attributes.matchAll(ATTRIBUTE), ([, key = '', a, b]) => [key, a ?? b ?? ''])),
      });
    }
    at = TOKEN.lastIndex;
  }
  return tags;
}
