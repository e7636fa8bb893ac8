import { beforeEach, describe, expect, it } from 'vitest';
import { embedFonts } from '../../../shared/rendering/pdf/embedded-fonts.ts';
import { openTypefaces } from '../../../shared/rendering/pdf/fonts.ts';
import { loadFonts } from '../../../shared/rendering/pdf/load-fonts.ts';
import { openPdfFile } from '../../../shared/rendering/pdf/pdf-file.ts';
import { createPdfkitSurface } from '../../../shared/rendering/pdf/pdfkit-surface.ts';
import { createStructure } from '../../../shared/rendering/pdf/structure.ts';
import type { Surface } from '../../../shared/rendering/pdf/surface.ts';
import { TYPE } from '../../../shared/rendering/pdf/type-scale.ts';

const typefaces = openTypefaces(loadFonts());
const BOX = { x: 10, y: 10, width: 5, height: 5 };

describe('the surface on pdfkit', () => {
  let surface: Surface;

  beforeEach(() => {
    const page = { name: 'A4', width: 595, height: 842 } as const;
    const file = openPdfFile({ size: [595, 842], autoFirstPage: false, bufferPages: true, margin: 0, font: null });
    const fonts = embedFonts(file, typefaces);
    surface = createPdfkitSurface({ file, page, typefaces, fonts, structure: createStructure(page) });
    surface.addPage();
  });

  it('refuses to draw what nobody would ever hear of', () => {
    expect(() => surface.fillRectangles('#000000', [BOX])).toThrow(/outside of any content or artifact/);
    expect(() => surface.writeText('x', 0, 0, TYPE.body)).toThrow(/outside of any content/);
    expect(() => surface.strokeLines({ colour: '#000000', width: 1 }, [[BOX, BOX]])).toThrow(/outside of any content/);
  });

  it('refuses content within content, and figures without a word', () => {
    expect(() => surface.content('P', () => surface.artifact(() => undefined))).toThrow(/cannot hold one another/);
    expect(() => surface.content('Figure', () => undefined)).toThrow(/alternative text/);
  });

  it('draws what is marked, and nothing for an empty list', () => {
    surface.content('P', () => {
      surface.fillRectangles('#000000', []);
      surface.fillOutlines('#000000', []);
      surface.strokeLines({ colour: '#000000', width: 1 }, []);
      surface.writeText('', 0, 0, TYPE.body);
      surface.fillRectangles('#000000', [BOX]);
    });
    expect(surface.pageCount).toBe(1);
  });

  it('measures in proportion to the size', () => {
    const width = surface.widthOf('Consumption', { ...TYPE.body, size: 10 });
    expect(surface.widthOf('Consumption', { ...TYPE.body, size: 20 })).toBeCloseTo(2 * width, 9);
    expect(width).toBeGreaterThan(40);
  });
});
