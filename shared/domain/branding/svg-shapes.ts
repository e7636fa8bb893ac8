import { InvalidLogoError } from './branding.ts';

const NUMBER = /[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?/gi;
const PATH = /^[MmZzLlHhVvCcSsQqTtAa\d\s.,eE+-]*$/;
const MOST_PATH_LETTERS = 50_000;

/** The outline of a shape as path data. @throws {InvalidLogoError} for numbers that are none */
export function pathOfShape(name: string, attributes: ReadonlyMap<string, string>): string {
  const number = (key: string) => {
    const text = attributes.get(key) ?? '0';
    if (!/^\s*[+-]?(?:\d+\.?\d*|\.\d+)\s*(?:px)?\s*$/.test(text))
      throw new InvalidLogoError('a length of the SVG is not a plain number');
    return Number.parseFloat(text);
  };
  switch (name) {
    case 'path':
      return checkedPath(attributes.get('d') ?? '');
    case 'polygon':
      return polygon(attributes.get('points') ?? '');
    case 'rect': {
      const rx = attributes.has('rx') ? number('rx') : number('ry');
      const ry = attributes.has('ry') ? number('ry') : rx;
      return rectangle(number('x'), number('y'), number('width'), number('height'), rx, ry);
    }
    case 'circle':
      return ellipse(number('cx'), number('cy'), number('r'), number('r'));
    default:
      return ellipse(number('cx'), number('cy'), number('rx'), number('ry'));
  }
}

function checkedPath(d: string): string {
  const path = d.trim();
  if (!/^[Mm]/.test(path) || !PATH.test(path)) throw new InvalidLogoError('a path of the SVG is not path data');
  if (path.length > MOST_PATH_LETTERS) throw new InvalidLogoError('a path of the SVG is too long: make it simpler');
  return path;
}

function polygon(points: string): string {
  const numbers = points.match(NUMBER) ?? [];
  if (numbers.length < 6 || numbers.length % 2 === 1) throw new InvalidLogoError('a polygon of the SVG has no area');
  const pairs = numbers.flatMap((x, index) => (index % 2 === 0 ? [`${x} ${numbers[index + 1] ?? 0}`] : []));
  return `M${pairs.join('L')}Z`;
}

function rectangle(x: number, y: number, width: number, height: number, rx: number, ry: number): string {
  const [a, b] = [Math.min(rx, width / 2), Math.min(ry, height / 2)];
  if (a <= 0 || b <= 0) return `M${x} ${y}h${width}v${height}h${-width}Z`;
  const corner = (toX: number, toY: number) => `a${a} ${b} 0 0 1 ${toX} ${toY}`;
  const [w, h] = [width - 2 * a, height - 2 * b];
  return `M${x + a} ${y}h${w}${corner(a, b)}v${h}${corner(-a, b)}h${-w}${corner(-a, -b)}v${-h}${corner(a, -b)}Z`;
}

const ellipse = (cx: number, cy: number, rx: number, ry: number) =>
  `M${cx - rx} ${cy}a${rx} ${ry} 0 1 1 ${2 * rx} 0a${rx} ${ry} 0 1 1 ${-2 * rx} 0Z`;
