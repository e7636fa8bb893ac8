import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvalidLogoError } from '../../../shared/domain/branding/branding.ts';
import { parseSvgLogo } from '../../../shared/domain/branding/svg-logo.ts';
import { AN_SVG } from '../../support/logos.ts';

const svg = (inside: string, attributes = 'viewBox="0 0 10 10"') => `<svg ${attributes}>${inside}</svg>`;
const SHAPE = '<rect width="5" height="5"/>';

describe('a drawing as a logo', () => {
  it('becomes filled paths in its own units', () => {
    const { width, height, paths } = parseSvgLogo(AN_SVG);
    expect([width, height]).toEqual([200, 50]);
    expect(paths.map(({ fill, evenOdd }) => [fill, evenOdd])).toEqual([
      ['#1f6f8b', false],
      ['#e0a030', false],
      ['#333333', true],
      ['#ffffff', false],
    ]);
    expect(paths[1]?.d).toBe('M70 25a20 20 0 1 1 40 0a20 20 0 1 1 -40 0Z');
    expect(paths[3]?.d).toBe('M0 0L10 0L5 8Z');
  });

  it('is black where it says nothing, and leaves out what is not filled', () => {
    expect(parseSvgLogo(svg(`${SHAPE}<g fill="none">${SHAPE}</g>`, 'width="10" height="10"')).paths).toEqual([
      { d: 'M0 0h5v5h-5Z', fill: '#000000', evenOdd: false },
    ]);
  });

  it.each([
    ['a script', svg(`${SHAPE}<script>alert(1)</script>`)],
    ['a handler', svg('<rect width="5" height="5" onload="alert(1)"/>')],
    ['a link', svg(`<a href="https://evil.example">${SHAPE}</a>`)],
    ['a picture from elsewhere', svg('<image href="https://evil.example/x.png"/>')],
    ['a use of something', svg('<use href="#a"/>')],
    ['foreign content', svg(`<foreignObject>${SHAPE}</foreignObject>`)],
    ['a style', svg(`<style>rect{fill:url(https://evil.example)}</style>${SHAPE}`)],
    ['a style attribute', svg('<rect width="5" height="5" style="fill:red"/>')],
    ['a reference as a fill', svg('<rect width="5" height="5" fill="url(#a)"/>')],
    ['a transform', svg('<rect width="5" height="5" transform="scale(2)"/>')],
    ['a stroke', svg('<rect width="5" height="5" stroke="#000000"/>')],
    ['text', svg('<text>Example</text>')],
    ['a document type with entities', `<!DOCTYPE svg [<!ENTITY a "b">]>${svg(SHAPE)}`],
    ['an entity', svg('<rect width="5" height="5" fill="&#35;ffffff"/>')],
    ['character data', svg(`<![CDATA[<script/>]]>${SHAPE}`)],
    ['path data that is none', svg('<path d="M0 0 url(x)"/>')],
    ['a length that is none', svg('<rect width="5e9" height="5"/>')],
    ['no size', svg(SHAPE, '')],
    ['a size of nothing', svg(SHAPE, 'viewBox="0 0 0 10"')],
    ['no shape', svg('')],
    ['tags that cross', '<svg viewBox="0 0 1 1"><g><rect width="1" height="1"/></svg></g>'],
    ['two drawings', svg(SHAPE) + svg(SHAPE)],
    ['a shape outside', `${SHAPE}${svg(SHAPE)}`],
    ['more shapes than a logo has', svg(SHAPE.repeat(501))],
  ])('is refused with %s', (_, text) => {
    expect(() => parseSvgLogo(text)).toThrow(InvalidLogoError);
  });

  it('never repeats what a file says but for plain names', () => {
    expect(() => parseSvgLogo(svg('<rect evil.example:x="1"/>'))).toThrow(/something unknown/);
  });

  it('is a drawing or a refusal, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom('<svg viewBox="0 0 1 1">', '</svg>', '<g>', '</g>', SHAPE, '<', '>', '"', '&lt;', ' x="1"'),
        ),
        (parts) => {
          try {
            expect(parseSvgLogo(parts.join('')).paths.length).toBeGreaterThan(0);
          } catch (error) {
            expect(error).toBeInstanceOf(InvalidLogoError);
          }
        },
      ),
    );
  });
});
