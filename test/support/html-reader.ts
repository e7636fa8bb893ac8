export interface HtmlReading {
  readonly tags: ReadonlySet<string>;
  readonly attributes: ReadonlySet<string>;
  /** Text outside of tags, style and comments, with entities decoded and tags between words as spaces. */
  readonly text: string;
}

const TAG = /^<(\/?)([a-zA-Z][a-zA-Z0-9]*)((?:\s+[a-z-]+(?:="[^"<>]*")?)*)\s*>/;

/** Reads HTML strictly: a `<` that begins no plain tag, comment or doctype throws, and so does an unquoted attribute. */
export function readHtml(html: string): HtmlReading {
  const tags = new Set<string>();
  const attributes = new Set<string>();
  let text = '';
  let rest = html;
  while (rest !== '') {
    const next = rest.indexOf('<');
    text += next === -1 ? rest : rest.slice(0, next);
    if (next === -1) break;
    rest = rest.slice(next);
    const skipped = /^(?:<!doctype html>|<!--[\s\S]*?-->|<style>[\s\S]*?<\/style>)/.exec(rest)?.[0];
    if (skipped !== undefined) {
      rest = rest.slice(skipped.length);
      continue;
    }
    const tag = TAG.exec(rest);
    if (tag === null) throw new Error(`A stray "<" before ${JSON.stringify(rest.slice(0, 60))}`);
    tags.add(tag[2]?.toLowerCase() ?? '');
    for (const attribute of (tag[3] ?? '').matchAll(/([a-z-]+)="[^"]*"/g)) attributes.add(attribute[1] ?? '');
    if (/^(?:t[dhr]|p|h[12]|br|div)$/.test(tag[2] ?? '')) text += ' ';
    rest = rest.slice(tag[0].length);
  }
  return { tags, attributes, text: decoded(text).replaceAll(/[ \n]+/g, ' ') };
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#96;': '`',
  '&nbsp;': ' ',
};

function decoded(text: string): string {
  return text.replaceAll(/&[^;\s]{1,8};?/g, (entity) => {
    const character = ENTITIES[entity];
    if (character === undefined) throw new Error(`An entity that nobody writes here: ${entity}`);
    return character;
  });
}
