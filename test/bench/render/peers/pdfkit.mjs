import PDFDocument from 'pdfkit';

/** pdfkit as one writes it at first: each text and each rectangle by a call of its own. */
export function create({ regular, bold }) {
  return async (content) => {
    const { width, height } = content.page;
    const document = new PDFDocument({ size: [width, height], margin: 0, autoFirstPage: false, font: regular });
    const chunks = [];
    document.on('data', (chunk) => chunks.push(chunk));
    const ended = new Promise((resolve) => document.on('end', resolve));
    document.registerFont('regular', regular).registerFont('bold', bold);
    for (const { shapes, texts } of content.pages) {
      document.addPage();
      for (const shape of shapes) draw(document, shape);
      for (const { text, x, baseline, style } of texts) {
        document.font(style.weight).fontSize(style.size).fillColor(style.colour);
        document.text(text, x, baseline, { lineBreak: false, baseline: 'alphabetic' });
      }
    }
    document.end();
    await ended;
    return Buffer.concat(chunks);
  };
}

function draw(document, shape) {
  if (shape.kind === 'rectangles') {
    for (const { x, y, width, height } of shape.rectangles) document.rect(x, y, width, height).fill(shape.colour);
    return;
  }
  for (const line of shape.lines) {
    for (const [index, { x, y }] of line.entries()) {
      if (index === 0) document.moveTo(x, y);
      else document.lineTo(x, y);
    }
    document.lineWidth(shape.pen.width).stroke(shape.pen.colour);
  }
}
