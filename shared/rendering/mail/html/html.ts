const MARKUP = Symbol('markup');

/** A piece of HTML that only the `html` template can make: text from anywhere else is escaped when it enters one. */
export interface Markup {
  readonly [MARKUP]: string;
}

export type Hole = Markup | string | number | null | undefined | readonly Hole[];

/** Makes HTML of a literal; whatever fills its holes is escaped unless it is HTML of this kind itself. */
export function html(literals: TemplateStringsArray, ...holes: readonly Hole[]): Markup {
  let text = literals[0] ?? '';
  for (const [index, hole] of holes.entries()) text += filled(hole) + (literals[index + 1] ?? '');
  return { [MARKUP]: text };
}

/** The finished HTML as text. */
export function htmlText(markup: Markup): string {
  return markup[MARKUP];
}

function filled(hole: Hole): string {
  if (hole === null || hole === undefined) return '';
  if (typeof hole === 'string') return escaped(hole);
  if (typeof hole === 'number') return String(hole);
  if (isList(hole)) return hole.map(filled).join('');
  return hole[MARKUP];
}

const isList = (hole: Markup | readonly Hole[]): hole is readonly Hole[] => Array.isArray(hole);

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

function escaped(text: string): string {
  return text.replaceAll(/[&<>"'`]/g, (character) => ESCAPES[character] ?? '');
}
