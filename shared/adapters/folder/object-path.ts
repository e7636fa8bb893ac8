/** S3's limit, so that an archive fits into a bucket. */
const MAX_KEY_BYTES = 1024;
const SEGMENT = /^[A-Za-z0-9_=-][A-Za-z0-9._=-]*$/;

/**
 * A key is a relative path of plain segments; nothing in it can lead out of the folder, and no segment begins with a dot.
 *
 * @throws RangeError for any other key: that is a defect of whoever built it
 */
export function checkKey(key: string): void {
  if (key.length > MAX_KEY_BYTES) throw new RangeError(`A key of ${key.length} bytes is longer than ${MAX_KEY_BYTES}`);
  if (!key.split('/').every(isSegment)) {
    throw new RangeError('A key has a segment that is empty, begins with a dot or holds more than A-Z a-z 0-9 . _ = -');
  }
}

/**
 * A prefix is the beginning of keys: whole segments, then perhaps a part of one.
 *
 * @throws RangeError when no key can begin so
 */
export function checkPrefix(prefix: string): void {
  const folders = prefix.split('/').slice(0, -1);
  if (!folders.every(isSegment)) throw new RangeError('A prefix has a segment that no key has');
}

export function isSegment(name: string): boolean {
  return SEGMENT.test(name);
}
