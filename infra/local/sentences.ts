type Line = string | undefined;

const said = (lines: readonly Line[]) => lines.filter((line) => line !== undefined && line !== '');

/** The lines of a command's result, one below the other; what there is nothing to say about is left out. */
export const sentences = (...lines: readonly Line[]): string => said(lines).join('\n');

/** The same with an empty line between them. */
export const paragraphs = (...blocks: readonly Line[]): string => said(blocks).join('\n\n');
