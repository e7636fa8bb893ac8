/** Stands in for the length of a body that may be a file's stream, for which all streams of files would be loaded; ours are bytes. */
export function calculateBodyLength(body: string | { readonly byteLength: number } | undefined): number {
  if (body === undefined || body === null || body === '') return 0;
  if (typeof body === 'string') return Buffer.byteLength(body);
  if (typeof body.byteLength === 'number') return body.byteLength;
  throw new Error('The length of a stream is not known here: give bytes.');
}
