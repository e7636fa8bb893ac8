import type { ByteText } from './byte-text.ts';
import type { PdfFile } from './pdf-file.ts';
import { pdfTextString } from './pdf-text-string.ts';
import type { ContentAttributes, ContentTag, GroupTag, PageSize, Rectangle } from './surface.ts';

/** What the parts of a report are, and in which order they are read. */
export interface Structure {
  /** Begins an element that holds others. */
  enter(tag: GroupTag): void;
  leave(): void;
  /** Adds an element with content of a page; the number of that content on its page. */
  mark(tag: ContentTag, pageIndex: number, attributes: ContentAttributes): number;
  /** Puts the whole tree into the file. */
  write(file: PdfFile): void;
}

interface StructureElement {
  readonly tag: string;
  /** Index of the element around it; undefined at the top. */
  readonly parent: number | undefined;
  /** Where its own content is; undefined for one that holds others. */
  readonly content: { readonly pageIndex: number; readonly number: number } | undefined;
  readonly kids: number[];
  readonly attributes: string;
}

/** Gathers the elements of a document, and writes them all at once when it is complete. */
export function createStructure(page: PageSize): Structure {
  const elements: StructureElement[] = [];
  const open: number[] = [];
  /** For each page, the element of each of its marked parts. */
  const byPage: number[][] = [];

  const add = (tag: string, content: StructureElement['content'], attributes: string) => {
    const parent = open.at(-1);
    if (parent !== undefined) elements[parent]?.kids.push(elements.length);
    return elements.push({ tag, parent, content, kids: [], attributes }) - 1;
  };

  return {
    enter(tag) {
      open.push(add(tag, undefined, ''));
    },
    leave() {
      open.pop();
    },
    mark(tag, pageIndex, attributes) {
      while (byPage.length <= pageIndex) byPage.push([]);
      const number = byPage[pageIndex]?.length ?? 0;
      byPage[pageIndex]?.push(add(tag, { pageIndex, number }, attributesOf(attributes, page)));
      return number;
    },
    write(file) {
      const { document } = file;
      const root = document.getStructTreeRoot();
      const pages = byPage.map((_, pageIndex) => document.switchToPage(pageIndex).dictionary);
      // pdfkit has to know those that the root holds; all others are numbers.
      const held = elements.map(({ parent }) => (parent === undefined ? document.ref() : undefined));
      const numbers = held.map((reference) => reference?.id ?? file.nextNumber());
      const numberOf = (index: number | undefined) => (index === undefined ? root.id : (numbers[index] ?? 0));
      for (const [index, element] of elements.entries()) {
        const text = file.beginObject(numberOf(index));
        const { tag, parent, content, kids, attributes } = element;
        text.text('<</S /');
        text.text(tag);
        text.text(' /P ');
        text.number(numberOf(parent));
        if (content === undefined) {
          text.text(' 0 R /K [');
          writeReferences(text, kids, numberOf);
          text.text(']');
        } else {
          text.text(' 0 R /Pg ');
          text.number(pages[content.pageIndex]?.id ?? 0);
          text.text(' 0 R /K ');
          text.number(content.number);
        }
        text.text(attributes);
        text.text('>>');
        file.endObject();
      }
      const parentTree = document.ref();
      const text = file.beginObject(parentTree.id);
      text.text('<</Nums [');
      for (const [pageIndex, marked] of byPage.entries()) {
        text.text(pageIndex === 0 ? '0 [' : ` ${pageIndex} [`);
        writeReferences(text, marked, numberOf);
        text.text(']');
      }
      text.text(']>>');
      file.endObject();
      for (const [pageIndex, dictionary] of pages.entries()) dictionary.data['StructParents'] = pageIndex;
      root.data['ParentTree'] = parentTree;
      root.data['ParentTreeNextKey'] = pages.length;
      root.data['K'] = held.filter((reference) => reference !== undefined);
    },
  };
}

/** Writes references to elements, a space behind each. */
function writeReferences(text: ByteText, indexes: readonly number[], numberOf: (index: number) => number): void {
  for (const index of indexes) {
    text.operand(numberOf(index));
    text.text('0 R ');
  }
}

function attributesOf({ alternativeText, scope, bounds }: ContentAttributes, page: PageSize): string {
  const alternative = alternativeText === undefined ? '' : ` /Alt ${pdfTextString(alternativeText)}`;
  if (scope !== undefined) return `${alternative} /A <</O /Table /Scope /${scope}>>`;
  if (bounds === undefined) return alternative;
  return `${alternative} /A <</O /Layout /Placement /Block /BBox [${cornersOf(bounds, page)}]>>`;
}

/** Left, bottom, right and top, from the foot of the page. */
const cornersOf = ({ x, y, width, height }: Rectangle, page: PageSize): string =>
  [x, page.height - y - height, x + width, page.height - y].map((length) => length.toFixed(2)).join(' ');
