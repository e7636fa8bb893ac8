import { describe, expect, it } from 'vitest';
import type { ByteText } from '../../../shared/rendering/pdf/byte-text.ts';
import { createPageContent } from '../../../shared/rendering/pdf/page-content.ts';

const BOX = { x: 10, y: 20.126, width: 5, height: 0.004 };
const LINE = [
  { x: 0, y: 0 },
  { x: 1.5, y: 2 },
];

describe('the operators of a page', () => {
  it('count in hundredths of a point, and fill all rectangles of a colour at once', () => {
    const content = createPageContent();
    content.rectangles('#ff0000', [BOX, BOX]);

    expect(linesOf(content)).toEqual(['1 0 0 rg', '1000 2013 500 0 re', '1000 2013 500 0 re', 'f']);
  });

  it('set colours, pens and fonts only where they change', () => {
    const content = createPageContent();
    const body = { font: fontOf('R'), size: 8.2, colour: '#000000' };
    content.rectangles('#000000', [BOX]);
    content.text('0001', body, 1, 2, false);
    content.text('0002', body, 3, 4, true);
    content.text('0003', { ...body, font: fontOf('B'), colour: '#0080ff' }, 5, 6, false);
    content.lines({ colour: '#000000', width: 0.6 }, [LINE]);
    content.lines({ colour: '#000000', width: 0.6, dash: [3, 2] }, [LINE]);
    content.lines({ colour: '#000000', width: 1 }, [LINE]);

    expect(linesOf(content).filter((line) => /( rg| RG| w| Tf| d)$/.test(line))).toEqual([
      '0 0 0 rg',
      '/R 820 Tf',
      '0 0.502 1 rg',
      '/B 820 Tf',
      '0 0 0 RG',
      '60 w',
      '[300 200] 0 d',
      '100 w',
      '[] 0 d',
    ]);
  });

  it('write text within one text object, upright or turned, until something else is drawn', () => {
    const content = createPageContent();
    const body = { font: fontOf('R'), size: 10, colour: '#000000' };
    content.openMarked('P', 0);
    content.text('0001', body, 1, 2, false);
    content.text('0002', body, 1, 2, true);
    content.close();
    content.text('0003', body, 1, 2, false);
    content.outlines('#000000', [LINE]);
    content.openArtifact('Layout');

    expect(linesOf(content)).toEqual([
      ...['/P <</MCID 0>> BDC', 'BT', '0 0 0 rg', '/R 1000 Tf'],
      ...['1 0 0 -1 100 200 Tm', '<0001> Tj', '0 -1 -1 0 100 200 Tm', '<0002> Tj', 'ET', 'EMC'],
      ...[
        'BT',
        '1 0 0 -1 100 200 Tm',
        '<0003> Tj',
        'ET',
        '0 0 m',
        '150 200 l',
        'h',
        'f',
        '/Artifact <</Type /Layout>> BDC',
      ],
    ]);
  });

  it('give foreign operators points to count in, and take back what they change', () => {
    const content = createPageContent();
    content.foreign(() => content.add('1 0 0 rg'));

    expect(linesOf(content)).toEqual(['q', '100 0 0 100 0 0 cm', '1 0 0 rg', 'Q']);
  });
});

const linesOf = (content: ReturnType<typeof createPageContent>) =>
  Buffer.from(content.operators()).toString('latin1').trimEnd().split('\n');

/** Its texts are the digits of their glyphs. */
const fontOf = (name: string) => ({ name, writeGlyphs: (digits: string, into: ByteText) => into.text(digits) });
