import { jsPDF } from 'jspdf';

export function create({ regular, bold }) {
  const files = {
    'regular.ttf': Buffer.from(regular).toString('base64'),
    'bold.ttf': Buffer.from(bold).toString('base64'),
  };
  return async ({ page, pages }) => {
    const document = new jsPDF({ unit: 'pt', format: [page.width, page.height], compress: true });
    for (const [file, base64] of Object.entries(files)) document.addFileToVFS(file, base64);
    document.addFont('regular.ttf', 'report', 'normal');
    document.addFont('bold.ttf', 'report', 'bold');
    for (const [index, { shapes, texts }] of pages.entries()) {
      if (index > 0) document.addPage([page.width, page.height]);
      for (const shape of shapes) draw(document, shape);
      for (const { text, x, baseline, style } of texts) {
        document.setFont('report', style.weight === 'bold' ? 'bold' : 'normal');
        document.setFontSize(style.size).setTextColor(style.colour);
        document.text(text, x, baseline);
      }
    }
    return new Uint8Array(document.output('arraybuffer'));
  };
}

function draw(document, shape) {
  if (shape.kind === 'rectangles') {
    document.setFillColor(shape.colour);
    for (const { x, y, width, height } of shape.rectangles) document.rect(x, y, width, height, 'F');
    return;
  }
  document.setDrawColor(shape.pen.colour).setLineWidth(shape.pen.width);
  for (const line of shape.lines) {
    for (const [index, to] of line.entries()) {
      const from = line[index - 1];
      if (from !== undefined) document.line(from.x, from.y, to.x, to.y);
    }
  }
}
