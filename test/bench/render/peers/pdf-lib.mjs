import fontkit from '@pdf-lib/fontkit';
import { PDFDocument, rgb } from 'pdf-lib';

export function create({ regular, bold }) {
  return async ({ page: size, pages }) => {
    const document = await PDFDocument.create();
    document.registerFontkit(fontkit);
    const fonts = {
      regular: await document.embedFont(regular, { subset: true }),
      bold: await document.embedFont(bold, { subset: true }),
    };
    for (const { shapes, texts } of pages) {
      const page = document.addPage([size.width, size.height]);
      for (const shape of shapes) draw(page, shape, size.height);
      for (const { text, x, baseline, style } of texts) {
        const { weight, size: fontSize, colour } = style;
        page.drawText(text, {
          x,
          y: size.height - baseline,
          size: fontSize,
          font: fonts[weight],
          color: colourOf(colour),
        });
      }
    }
    return await document.save();
  };
}

function draw(page, shape, pageHeight) {
  if (shape.kind === 'rectangles') {
    const color = colourOf(shape.colour);
    for (const { x, y, width, height } of shape.rectangles) {
      page.drawRectangle({ x, y: pageHeight - y - height, width, height, color });
    }
    return;
  }
  const { colour, width: thickness } = shape.pen;
  for (const line of shape.lines) {
    for (const [index, to] of line.entries()) {
      const from = line[index - 1];
      if (from === undefined) continue;
      const [start, end] = [from, to].map(({ x, y }) => ({ x, y: pageHeight - y }));
      page.drawLine({ start, end, thickness, color: colourOf(colour) });
    }
  }
}

const colourOf = (hex) => rgb(...[1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255));
