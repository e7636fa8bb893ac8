import pdfmake from 'pdfmake';

/** Of the report's font, from its baseline to the top of its line, as a share of the size. */
const ASCENT = 0.928;

export function create({ regularFile, boldFile }) {
  pdfmake.setFonts({ Report: { normal: regularFile, bold: boldFile } });
  pdfmake.setLocalAccessPolicy(() => true);
  pdfmake.setUrlAccessPolicy(() => false);
  return async ({ page, pages }) => {
    const content = pages.map(({ shapes, texts }, index) => ({
      stack: [
        { canvas: shapes.flatMap(canvasOf), absolutePosition: { x: 0, y: 0 } },
        ...texts.map(({ text, x, baseline, style }) => ({
          text,
          absolutePosition: { x, y: baseline - style.size * ASCENT },
          fontSize: style.size,
          bold: style.weight === 'bold',
          color: style.colour,
          noWrap: true,
        })),
        // Something has to stand in the text for a page to be begun.
        { text: ' ' },
      ],
      ...(index === 0 ? {} : { pageBreak: 'before' }),
    }));
    const document = pdfmake.createPdf({
      pageSize: { width: page.width, height: page.height },
      pageMargins: 0,
      defaultStyle: { font: 'Report' },
      content,
    });
    return await document.getBuffer();
  };
}

function canvasOf(shape) {
  if (shape.kind === 'rectangles') {
    return shape.rectangles.map(({ x, y, width, height }) => ({
      type: 'rect',
      x,
      y,
      w: width,
      h: height,
      color: shape.colour,
      lineWidth: 0,
    }));
  }
  return shape.lines.map((points) => ({
    type: 'polyline',
    points,
    lineWidth: shape.pen.width,
    lineColor: shape.pen.colour,
  }));
}
