/** Stands in for the types of all files by their names, and back: whoever attaches a file says both. */
export function detectMimeType(): never {
  throw new Error('Types of files are not known here: give each attachment its content type.');
}

export function detectExtension(): never {
  throw new Error('Extensions of files are not known here: give each attachment its file name.');
}
