const ENTRIES_IN_A_RANGE = 256;

const hex = (number: number): string => number.toString(16).padStart(4, '0');

/** The map by which a reader finds the characters behind glyph numbers (PDF 1.7, 9.10.3); 0 stands for none. */
export function toUnicodeMap(codePoints: readonly number[]): string {
  const ranges: string[] = [];
  for (let start = 0; start < codePoints.length; start += ENTRIES_IN_A_RANGE) {
    const some = codePoints.slice(start, start + ENTRIES_IN_A_RANGE);
    const characters = some.map((codePoint) => `<${hex(codePoint === 0 ? 0xfffd : codePoint)}>`);
    ranges.push(`<${hex(start)}> <${hex(start + some.length - 1)}> [${characters.join(' ')}]`);
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${ranges.length} beginbfrange
${ranges.join('\n')}
endbfrange
endcmap
CMapName currentdict /CMap defineresource pop
end
end`;
}
