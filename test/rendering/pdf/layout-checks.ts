import type { PlacedText, ReadPdf } from './read-pdf.ts';

/** Texts that reach beyond the margins of their page. */
export function textsOutside(pdf: ReadPdf, margin = 40): string[] {
  return pdf.pages.flatMap(({ texts, width, height }, page) =>
    texts
      .filter(({ x, right, top, bottom }) => x < margin || right > width - margin || top < 20 || bottom > height - 20)
      .map((text) => `page ${page + 1}: ${text.text} (${Math.round(text.x)} to ${Math.round(text.right)} of ${width})`),
  );
}

/** Pairs of texts that lie over each other by more than a hair. */
export function overlaps(pdf: ReadPdf): string[] {
  return pdf.pages.flatMap(({ texts }, page) => {
    const sorted = [...texts].sort((a, b) => a.top - b.top);
    return sorted.flatMap((text, index) => {
      const clashes: string[] = [];
      for (let other = index + 1; other < sorted.length; other += 1) {
        const next = sorted[other];
        if (next === undefined || next.top > text.bottom) break;
        if (overlap(text, next)) clashes.push(`page ${page + 1}: "${text.text}" and "${next.text}"`);
      }
      return clashes;
    });
  });
}

const overlap = (a: PlacedText, b: PlacedText): boolean =>
  Math.min(a.right, b.right) - Math.max(a.x, b.x) > 0.6 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.2;
