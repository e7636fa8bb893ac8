import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { StructTreeContent, StructTreeNode, TextItem } from 'pdfjs-dist/types/src/display/api.js';

/** A piece of text with its box on the page, in points from the top left corner. */
export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly upright: boolean;
}

export interface ReadPage {
  readonly width: number;
  readonly height: number;
  readonly texts: readonly PlacedText[];
  /** All text in reading order, with single spaces. */
  readonly plain: string;
  /** Only where it was asked for: it takes as long as all the rest. */
  readonly structure: StructTreeNode | null;
}

export interface ReadPdf {
  readonly pages: readonly ReadPage[];
  readonly plain: string;
  readonly info: Readonly<Record<string, unknown>>;
  readonly outline: readonly string[];
}

/** Reads a PDF back with a reader that had no part in writing it. */
export async function readPdf(bytes: Uint8Array, { structure = false } = {}): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS, useSystemFonts: false });
  const document = await task.promise;
  const pages: ReadPage[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent({ disableNormalization: true });
    const texts = items.filter((item): item is TextItem => 'str' in item && item.str.trim() !== '');
    pages.push({
      width,
      height,
      texts: texts.map((item) => placed(item, height)),
      plain: texts
        .map((item) => item.str)
        .join(' ')
        .replaceAll(/\s+/g, ' '),
      structure: structure ? ((await page.getStructTree()) as StructTreeNode | null) : null,
    });
  }
  const { info } = await document.getMetadata();
  const outline = (await document.getOutline()) ?? [];
  await task.destroy();
  return {
    pages,
    plain: pages.map((page) => page.plain).join(' '),
    info: info as Readonly<Record<string, unknown>>,
    outline: outline.map((item) => item.title),
  };
}

function placed({ str, transform, width, height }: TextItem, pageHeight: number): PlacedText {
  const [, skew, , , x, y] = transform as number[] as [number, number, number, number, number, number];
  const baseline = pageHeight - y;
  const upright = Math.abs(skew) > 0.01;
  return upright
    ? { text: str, x: x - height, top: baseline - width, right: x, bottom: baseline, upright }
    : { text: str, x, top: baseline - height * 0.73, right: x + width, bottom: baseline + height * 0.2, upright };
}

/** Every element of the structure trees of all pages, in order. */
export function elementsOf(pdf: ReadPdf): StructTreeNode[] {
  const walk = (node: StructTreeNode | StructTreeContent): StructTreeNode[] =>
    'role' in node ? [node, ...node.children.flatMap(walk)] : [];
  return pdf.pages.flatMap((page) => (page.structure === null ? [] : walk(page.structure)));
}
