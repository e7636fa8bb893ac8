const escapeHtml = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The pages as HTML, each with one drawing and a span for every text. */
export function htmlOf({ page: { width, height }, pages }, { regularFile, boldFile }) {
  const face = (file, weight) =>
    `@font-face{font-family:Report;font-weight:${weight};src:url("file://${encodeURI(file)}")}`;
  const style = `${face(regularFile, 400)}${face(boldFile, 700)}
@page{size:${width}pt ${height}pt;margin:0}body{margin:0;font-family:Report}
section{position:relative;width:${width}pt;height:${height}pt;overflow:hidden;break-after:page}
svg{position:absolute;left:0;top:0}span{position:absolute;white-space:pre;line-height:1}`;
  const sections = pages.map(({ shapes, texts }) => {
    const drawing = `<svg width="${width}pt" height="${height}pt" viewBox="0 0 ${width} ${height}">${shapes.map(svgOf).join('')}</svg>`;
    return `<section>${drawing}${texts.map(spanOf).join('')}</section>`;
  });
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Energy report</title><style>${style}</style>${sections.join('')}</html>`;
}

function spanOf({ text, x, baseline, style: { size, weight, colour } }) {
  const bold = weight === 'bold' ? ';font-weight:700' : '';
  return `<span style="left:${x}pt;top:${baseline - size * 0.86}pt;font-size:${size}pt;color:${colour}${bold}">${escapeHtml(text)}</span>`;
}

function svgOf(shape) {
  if (shape.kind === 'rectangles') {
    const rectangles = shape.rectangles.map(
      ({ x, y, width, height }) => `<rect x="${x}" y="${y}" width="${width}" height="${height}"/>`,
    );
    return `<g fill="${shape.colour}">${rectangles.join('')}</g>`;
  }
  const { colour, width } = shape.pen;
  const d = shape.lines.map((line) => `M${line.map(({ x, y }) => `${x} ${y}`).join('L')}`).join('');
  return `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}"/>`;
}
