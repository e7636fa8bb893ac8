/** Stands in for what fetches attachments from URLs; ours are given as bytes. */
export default function fetchAttachment(): never {
  throw new Error('Attachments are not fetched here: give their bytes.');
}
