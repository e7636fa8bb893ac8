import { Document, Font, Line, Page, Rect, renderToBuffer, Svg, Text, View } from '@react-pdf/renderer';
import { createElement as h } from 'react';

/** Of the report's font, from its baseline to the top of its line, as a share of the size. */
const ASCENT = 0.928;

export function create({ regularFile, boldFile }) {
  Font.register({
    family: 'Report',
    fonts: [
      { src: regularFile, fontWeight: 400 },
      { src: boldFile, fontWeight: 700 },
    ],
  });
  Font.registerHyphenationCallback((word) => [word]);
  return async ({ page: { width, height }, pages }) => {
    const drawn = pages.map(({ shapes, texts }, number) =>
      h(
        Page,
        { key: number, size: [width, height], wrap: false, style: { fontFamily: 'Report' } },
        h(Svg, { width, height, style: { position: 'absolute' } }, ...shapes.flatMap(elementsOf)),
        h(
          View,
          { style: { position: 'absolute', width, height } },
          ...texts.map(({ text, x, baseline, style }, index) =>
            h(Text, { key: index, wrap: false, style: styleOf(x, baseline, style) }, text),
          ),
        ),
      ),
    );
    return await renderToBuffer(h(Document, null, ...drawn));
  };
}

const styleOf = (left, baseline, { size, weight, colour }) => ({
  position: 'absolute',
  left,
  top: baseline - size * ASCENT,
  fontSize: size,
  fontWeight: weight === 'bold' ? 700 : 400,
  color: colour,
});

function elementsOf(shape) {
  if (shape.kind === 'rectangles') {
    return shape.rectangles.map(({ x, y, width, height }) => h(Rect, { x, y, width, height, fill: shape.colour }));
  }
  const { colour: stroke, width: strokeWidth } = shape.pen;
  return shape.lines.flatMap((line) =>
    line.slice(1).map(({ x, y }, index) => {
      const from = line[index];
      return h(Line, { x1: from.x, y1: from.y, x2: x, y2: y, stroke, strokeWidth });
    }),
  );
}
