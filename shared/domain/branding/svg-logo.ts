import { InvalidLogoError } from './branding.ts';
import { pathOfShape } from './svg-shapes.ts';
import { type SvgTag, svgTags } from './svg-tags.ts';

/** One filled outline of a logo, as the path data of SVG. */
export interface SvgPath {
  readonly d: string;
  /** `#rrggbb` */
  readonly fill: string;
  readonly evenOdd: boolean;
}

/** A drawing whose origin is at `x` and `y`. */
export interface SvgLogo {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly paths: readonly SvgPath[];
}

const MOST_PATHS = 500;
const SHAPES = new Set(['path', 'rect', 'circle', 'ellipse', 'polygon']);
const GROUPS = new Set(['svg', 'g']);
const WORDS = new Set(['title', 'desc']);
/** Say nothing of how it looks. */
const SILENT = /^(?:xmlns(?::\w+)?|version|id|role|aria-[a-z]+|xml:space|data-[\w-]+)$/;
const GEOMETRY: Readonly<Record<string, readonly string[]>> = {
  svg: ['viewBox', 'width', 'height'],
  g: [],
  path: ['d'],
  rect: ['x', 'y', 'width', 'height', 'rx', 'ry'],
  circle: ['cx', 'cy', 'r'],
  ellipse: ['cx', 'cy', 'rx', 'ry'],
  polygon: ['points'],
};

/**
 * Reads a drawing of filled paths, rectangles, circles, ellipses and polygons. Whatever else SVG knows (scripts, links,
 * styles, texts, pictures, gradients, transforms) is refused, not left out: a logo is drawn as it is, or not at all.
 * @throws {InvalidLogoError} with what is in the way
 */
export function parseSvgLogo(text: string): SvgLogo {
  const open: { readonly name: string; readonly fill: string; readonly evenOdd: boolean }[] = [];
  const paths: SvgPath[] = [];
  let box: Omit<SvgLogo, 'paths'> | undefined;
  for (const tag of svgTags(text)) {
    if (tag.kind === 'close') {
      if (open.pop()?.name !== tag.name) throw new InvalidLogoError('the SVG is not well-formed: save it again');
      continue;
    }
    const parent = open.at(-1) ?? { name: '', fill: '#000000', evenOdd: false };
    if ((box === undefined) !== (tag.name === 'svg')) {
      throw new InvalidLogoError('an SVG must have one svg element, around everything else');
    }
    checkAttributes(tag);
    const own = { name: tag.name, ...paintOf(tag, parent) };
    if (tag.name === 'svg') box = boxOf(tag);
    if (SHAPES.has(tag.name) && own.fill !== 'none') {
      paths.push({ d: pathOfShape(tag.name, tag.attributes), fill: own.fill, evenOdd: own.evenOdd });
    }
    if (tag.kind === 'open') open.push(own);
  }
  if (box === undefined || open.length > 0) throw new InvalidLogoError('the SVG is not well-formed: save it again');
  if (paths.length === 0) throw new InvalidLogoError('the SVG has no filled shape: turn strokes and texts into paths');
  if (paths.length > MOST_PATHS)
    throw new InvalidLogoError(`the SVG has more than ${MOST_PATHS} shapes: make it simpler`);
  return { ...box, paths };
}

function checkAttributes({ name, attributes }: SvgTag): void {
  if (WORDS.has(name)) return;
  if (!SHAPES.has(name) && !GROUPS.has(name)) {
    throw new InvalidLogoError(`an SVG with ${quoted(name)} is not drawn: save it as plain filled paths`);
  }
  for (const [key, value] of attributes) {
    const isHarmless = ['stroke', 'filter', 'mask'].includes(key) && value === 'none';
    const known = [...(GEOMETRY[name] ?? []), 'fill', 'fill-rule'];
    if (!known.includes(key) && !SILENT.test(key) && !isHarmless) {
      throw new InvalidLogoError(
        `an SVG with the attribute ${quoted(key)} is not drawn: save it as plain filled paths`,
      );
    }
  }
}

/** Names come from the file: only what cannot be anything but a name is repeated. */
const quoted = (name: string) => (/^[A-Za-z][A-Za-z:-]{0,30}$/.test(name) ? `“${name}”` : 'something unknown');

function paintOf({ attributes }: SvgTag, parent: { readonly fill: string; readonly evenOdd: boolean }) {
  const fill = attributes.get('fill');
  const rule = attributes.get('fill-rule');
  return {
    fill: fill === undefined ? parent.fill : colourOf(fill),
    evenOdd: rule === undefined ? parent.evenOdd : rule === 'evenodd',
  };
}

const NAMED: Readonly<Record<string, string>> = { none: 'none', black: '#000000', white: '#ffffff' };

function colourOf(fill: string): string {
  const named = NAMED[fill];
  if (named !== undefined) return named;
  if (/^#[0-9a-f]{6}$/i.test(fill)) return fill.toLowerCase();
  if (/^#[0-9a-f]{3}$/i.test(fill))
    return `#${[...fill.slice(1)].map((digit) => digit + digit).join('')}`.toLowerCase();
  throw new InvalidLogoError('a fill of an SVG must be a colour such as #1f6f8b');
}

function boxOf({ attributes }: SvgTag): Omit<SvgLogo, 'paths'> {
  const viewBox = attributes
    .get('viewBox')
    ?.trim()
    .split(/[\s,]+/);
  const [x, y, width, height] = viewBox ?? ['0', '0', attributes.get('width') ?? '', attributes.get('height') ?? ''];
  const box = {
    x: Number(x),
    y: Number(y),
    width: Number.parseFloat(width ?? ''),
    height: Number.parseFloat(height ?? ''),
  };
  const isRight = Object.values(box).every(Number.isFinite) && box.width > 0 && box.height > 0;
  if (!isRight) throw new InvalidLogoError('an SVG must have a viewBox, such as viewBox="0 0 200 50"');
  return box;
}
